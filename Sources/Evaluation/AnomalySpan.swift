package import Samples

/// One anomaly of a replayed history: what its messages said of it together.
package struct AnomalySpan: Equatable, Sendable {
    /// See ``Samples/Anomaly/id``.
    package var id: String
    /// What was abnormal.
    package var kind: Anomaly.Kind
    /// The first sample of the stretch.
    package var onset: EventTime
    /// The sample with which it was told: this is what a window must contain to be found.
    package var opened: EventTime
    /// The sample with which it was told to be over; `nil` where the history ends before.
    package var closed: EventTime?
    /// Why it was over; `nil` while it is open.
    package var closeReason: Anomaly.CloseReason?
    /// The gravest that was told.
    package var severity: Severity
    /// The largest score that was told, in 0 ... 1.
    package var peakScore: Double

    /// An anomaly that was told at `opened`.
    package init(
        id: String, kind: Anomaly.Kind = .value, onset: EventTime, opened: EventTime, closed: EventTime? = nil,
        closeReason: Anomaly.CloseReason? = nil, severity: Severity, peakScore: Double
    ) {
        self.id = id
        self.kind = kind
        self.onset = onset
        self.opened = opened
        self.closed = closed
        self.closeReason = closeReason
        self.severity = severity
        self.peakScore = peakScore
    }
}
