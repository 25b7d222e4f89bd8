package import Samples

extension ReplayReport {
    /// One anomaly, from its first abnormal sample to its end.
    package struct AnomalyRow: Equatable, Sendable {
        /// See ``Samples/Anomaly/id``.
        package var id: String
        /// The abnormal series.
        package var series: FileSeries
        /// The first abnormal sample.
        package var onset: EventTime
        /// The sample with which it was told.
        package var opened: EventTime
        /// The sample with which it was over; `nil` where the history ends before.
        package var closed: EventTime?
        /// The gravest that was told.
        package var severity: Severity
        /// The highest score, in 0 ... 1.
        package var peakScore: Double
        /// Why it was over; `nil` while it is open.
        package var closeReason: Anomaly.CloseReason?
        /// What the labels say of it.
        package var outcome: Outcome

        /// One anomaly.
        package init(
            id: String, series: FileSeries, onset: EventTime, opened: EventTime, closed: EventTime?,
            severity: Severity, peakScore: Double, closeReason: Anomaly.CloseReason?, outcome: Outcome
        ) {
            self.id = id
            self.series = series
            self.onset = onset
            self.opened = opened
            self.closed = closed
            self.severity = severity
            self.peakScore = peakScore
            self.closeReason = closeReason
            self.outcome = outcome
        }

        /// From the first abnormal sample to the end, in milliseconds; `nil` while it is open.
        var milliseconds: Int64? {
            closed.map { max(0, $0.milliseconds.subtractingReportingOverflow(onset.milliseconds).partialValue) }
        }

        /// How it ended, in words.
        var ending: String {
            switch closeReason {
            case .recovered: "recovered"
            case .levelShift: "level shift"
            case .silent: "went silent"
            case nil: closed == nil ? "still open" : "closed"
            }
        }
    }
}
