import Evaluation
import Replay
import Samples

extension ReplayDocument.Feedback {
    init(_ effect: FeedbackEffect) {
        self.init(
            lines: effect.records.map { record in
                Line(
                    id: record.feedback.id, verdict: record.feedback.verdict?.rawValue ?? "revoke",
                    by: record.feedback.author, series: (record.rule?.scope.description ?? record.series?.description),
                    heldBack: effect.uses[record.feedback.id] ?? 0, withdrawn: record.withdrawn,
                    refused: record.refusal?.rawValue)
            },
            removed: effect.removed.map {
                Removed(feedback: $0.feedback, anomaly: ReplayDocument.Anomaly($0.anomaly))
            },
            kept: effect.kept.map(ReplayDocument.Anomaly.init),
            appearing: effect.appearing.map(ReplayDocument.Anomaly.init),
            removedInWindows: effect.removedInWindows.count)
    }
}
