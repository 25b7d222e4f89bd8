import Samples

/// An anomaly that a trial raised, as far as its worth is concerned.
struct Opening: Equatable, Sendable {
    /// The first sample of the stretch.
    var onset: EventTime
    /// The sample with which it was told.
    var opened: EventTime
    /// The newest sample when it was over; `nil` where the history ends before.
    var closed: EventTime?
    /// In 0 ... 1.
    var peakScore: Double
}
