/// Feedback, and what came of it.
public struct FeedbackRecord: Equatable, Sendable {
    /// What was said.
    public var feedback: Feedback
    /// The series of the anomaly that was judged; `nil` where none was found.
    public var series: SeriesKey?
    /// The rule that it became.
    public var rule: FeedbackRule?
    /// Ids of the rules that it withdrew: those that it named or, where an anomaly was true, those that would have kept it quiet.
    public var withdrawn: [String] = []
    /// Ids of the anomalies that it closed.
    public var accepted: [String] = []
    /// Why it was not followed.
    public var refusal: FeedbackRefusal?

    /// Feedback of which nothing came yet.
    public init(_ feedback: Feedback) {
        self.feedback = feedback
    }

    /// Adds what came of the same feedback elsewhere, where other series are known.
    ///
    /// Anything precedes a refusal.
    public mutating func merge(_ other: FeedbackRecord) {
        guard other.refusal == nil else {
            // Of two refusals the one by whoever knows more: that an anomaly is over, not that it is unknown.
            if refusal == .unknownAnomaly { refusal = other.refusal }
            return
        }
        guard refusal == nil else { return self = other }
        withdrawn = Set(withdrawn + other.withdrawn).sorted()
        accepted = Set(accepted + other.accepted).sorted()
    }
}
