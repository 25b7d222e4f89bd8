public import Samples

/// An anomaly that feedback kept from being told.
public struct HeldBack: Equatable, Sendable {
    /// The id of the rule that did.
    public var rule: String
    /// That of the rule.
    public var verdict: FeedbackVerdict
    /// As it would have been told at its opening; it has the id that it would have had.
    public var anomaly: Anomaly

    /// What was held back, and by which rule.
    public init(rule: String, verdict: FeedbackVerdict, anomaly: Anomaly) {
        self.rule = rule
        self.verdict = verdict
        self.anomaly = anomaly
    }
}
