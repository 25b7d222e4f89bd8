package import Detection
package import Evaluation
package import Samples

/// What feedback would have made of history.
package struct FeedbackEffect: Sendable {
    /// An anomaly that would not have been told.
    package struct Removed: Sendable {
        /// As it was told without feedback.
        package let anomaly: LocatedAnomaly
        /// The id of the feedback that did it: that held it back, or the like of it before so that it was learned; `nil` for neither.
        package let feedback: String?
    }

    /// What came of each feedback.
    package let records: [FeedbackRecord]
    /// Anomalies that would not have been told.
    package let removed: [Removed]
    /// Anomalies that would have been told all the same.
    package let kept: [LocatedAnomaly]
    /// Anomalies that are told only with feedback, since what is held back is learned.
    package let appearing: [LocatedAnomaly]
    /// How often each feedback held something back.
    package let uses: [String: Int]

    /// - Parameters:
    ///   - comparison: of the replay without feedback and the one with it.
    ///   - records: what came of each feedback.
    ///   - heldBack: in the second replay.
    package init(_ comparison: Comparison, records: [FeedbackRecord], heldBack: [HeldBack]) {
        self.records = records
        kept = comparison.staying.map(\.before)
        appearing = comparison.appearing
        uses = heldBack.reduce(into: [:]) { $0[$1.rule, default: 0] += 1 }
        let bySeries = Dictionary(grouping: heldBack, by: \.anomaly.series)
        removed = comparison.vanishing.map { anomaly in
            // One that is not even held back is usual by then: what was held back before was learned.
            let cause = bySeries[anomaly.series]?.last { $0.anomaly.onset <= anomaly.end }
            return Removed(anomaly: anomaly, feedback: cause?.rule ?? Self.acceptance(of: anomaly, records))
        }
    }

    /// The feedback by which the level of the series was accepted before.
    private static func acceptance(of anomaly: LocatedAnomaly, _ records: [FeedbackRecord]) -> String? {
        records.last { record in
            guard case .judge(.newNormal, let subject) = record.feedback.action, record.refusal == nil else {
                return false
            }
            let isSeries = record.series == anomaly.series
            if case .series(let scope) = subject { return isSeries || scope.contains(anomaly.series) }
            return isSeries
        }?.feedback.id
    }

    /// Of those that would not have been told, those that opened inside a labelled window: something was wrong then.
    package var removedInWindows: [Removed] { removed.filter { $0.anomaly.isLabelled == true } }
}
