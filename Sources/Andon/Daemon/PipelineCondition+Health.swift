import Exposition
import Topology

extension PipelineCondition {
    /// What `/health` makes of it.
    var status: HealthReport.Status {
        if case .stuck = self { .unhealthy } else { .healthy }
    }

    /// What `/ready` makes of it.
    ///
    /// - Parameter historyShare: what has been learned of the history, in 0 ... 1; `nil` where nobody knows.
    func readiness(historyShare: Double? = nil) -> Readiness {
        Readiness(ready: self == .running, reason: sentence(historyShare: historyShare))
    }

    /// For people.
    func sentence(historyShare: Double?) -> String {
        switch self {
        case .starting: "the doors are about to open"
        case .warming: "warming from history" + (historyShare.map { ", \(Int($0 * 100)) %" } ?? "")
        case .running: "all stages run"
        case .stuck(let seconds): "the doors were not asked for \(Int(seconds)) s: a later stage takes no more"
        case .stopping: "the doors are closed; what was taken comes through"
        }
    }
}
