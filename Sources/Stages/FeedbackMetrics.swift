import Metrics
import Samples

/// What Publish counts of feedback.
struct FeedbackMetrics: Sendable {
    /// Feedback that was followed and could not be kept for the next start.
    let unkept: Counter
    /// Rules that hold.
    let rules: Gauge
    private let followed: [String: Counter]
    private let refused: [FeedbackRefusal: Counter]

    /// Where a rule is withdrawn there is no verdict.
    private static let revoke = "revoke"

    init(factory: any MetricsFactory) {
        unkept = Counter(label: "andon_feedback_unkept_total", factory: factory)
        rules = Gauge(label: "andon_feedback_rules", factory: factory)
        let verdicts = FeedbackVerdict.allCases.map(\.rawValue) + [Self.revoke]
        followed = Dictionary(
            uniqueKeysWithValues: verdicts.map { verdict in
                (verdict, Counter(label: "andon_feedback_total", dimensions: [("verdict", verdict)], factory: factory))
            })
        refused = Dictionary(
            uniqueKeysWithValues: FeedbackRefusal.allCases.map { reason in
                let dimensions = [("reason", reason.rawValue)]
                return (
                    reason, Counter(label: "andon_feedback_refused_total", dimensions: dimensions, factory: factory)
                )
            })
    }

    /// Counts what came of a feedback.
    func count(_ record: FeedbackRecord) {
        if let refusal = record.refusal {
            refused[refusal]?.increment()
        } else {
            followed[record.feedback.verdict?.rawValue ?? Self.revoke]?.increment()
        }
    }
}
