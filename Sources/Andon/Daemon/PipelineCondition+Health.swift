import Exposition
import Topology

extension PipelineCondition {
    /// What `/health` makes of it.
    var status: HealthReport.Status {
        if case .stuck = self { .unhealthy } else { .healthy }
    }

    /// What `/ready` makes of it.
    var readiness: Readiness {
        Readiness(ready: self == .running, reason: sentence)
    }

    /// For people.
    var sentence: String {
        switch self {
        case .starting: "the doors are about to open"
        case .running: "all stages run"
        case .stuck(let seconds): "the doors were not asked for \(Int(seconds)) s: a later stage takes no more"
        case .stopping: "the doors are closed; what was taken comes through"
        }
    }
}
