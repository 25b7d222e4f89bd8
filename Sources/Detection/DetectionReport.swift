public import Samples

/// What became of one batch of samples.
public struct DetectionReport: Sendable {
    /// In the order in which the samples were judged.
    public var movements: [Movement] = []
    /// In the order in which they were decided, a series' own in the order of its samples.
    public var transitions: [Transition] = []
    /// What alarm budgets are given alarms for.
    public var exposures: [Exposure] = []
    /// Anomalies that feedback kept from being told.
    public var heldBack: [HeldBack] = []
    /// What came of the feedback that was taken, in its order.
    public var feedback: [FeedbackRecord] = []
    /// Anomalies that are not remembered any more, so that no feedback can name them.
    public var forgotten = 0
    /// Anomalies that changes kept from being told, as far as they are over.
    public var tolerated = 0
    /// Changes that are allowed for no more, for want of room, although their leases go on.
    public var forgottenLeases = 0
    /// What was said of each sample; empty unless ``Detector/tellsScores``.
    public var scores = SampleScores()
    /// Samples that got a score.
    public var scored = 0
    /// Samples whose series is still warming up.
    public var warming = 0
    /// Samples of counters that were not judged for they give no rate: the first of a series, one behind which a counter began anew, one
    /// right behind another.
    public var unrated = 0
    /// Those of them with which a counter began anew.
    public var resets = 0
    /// Samples older than one of the same series that was judged before; they were left out.
    public var outOfOrder = 0

    /// An empty report.
    public init() {}

    /// Empties the report and keeps its memory.
    public mutating func removeAll() {
        movements.removeAll(keepingCapacity: true)
        transitions.removeAll(keepingCapacity: true)
        exposures.removeAll(keepingCapacity: true)
        heldBack.removeAll(keepingCapacity: true)
        feedback.removeAll(keepingCapacity: true)
        forgotten = 0
        tolerated = 0
        forgottenLeases = 0
        scores.removeAll()
        scored = 0
        warming = 0
        (unrated, resets) = (0, 0)
        outOfOrder = 0
    }
}
