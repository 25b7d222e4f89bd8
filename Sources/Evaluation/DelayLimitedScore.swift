/// F1 by rows where a window counts as a whole if it was detected soon enough: the protocol of the KPI data set.
///
/// Only there to be compared with published numbers, never the headline: it counts a long window as often as it has
/// rows, knows nothing of late detections, and a lucky row at the head of each window flatters it. What a user hears of
/// is in ``EventScore``.
///
/// - Reference: AIOps challenge (2018), `evaluation.py`; Ren et al. (2019), "Time-series anomaly detection service at
///   Microsoft", section 4.
package struct DelayLimitedScore: Equatable, Sendable {
    /// The delay that published numbers allow.
    package static let usualDelay = 7

    /// How many rows behind the first row of a window a detection still counts.
    package let delay: Int
    /// Rows of windows that were detected in time.
    package private(set) var truePositives = 0
    /// Detections outside every window.
    package private(set) var falsePositives = 0
    /// Rows of windows that were not.
    package private(set) var falseNegatives = 0

    /// Counts over all files that have both windows and rows; `nil` where there is none.
    package init?(files: [FileHistory], delay: Int = DelayLimitedScore.usualDelay) {
        precondition(delay >= 0, "A detection cannot be asked for before the first row of a window.")
        self.delay = delay
        var isEmpty = true
        for file in files {
            guard let windows = file.windows, let rows = file.rows else { continue }
            isEmpty = false
            count(rows.decisions, windows: WindowRows(of: windows, times: rows.times).ranges.compactMap { $0 })
        }
        if isEmpty { return nil }
    }

    private mutating func count(_ decisions: [Bool], windows: [ClosedRange<Int>]) {
        var outside = decisions.count { $0 }
        for window in windows {
            outside -= decisions[window].count { $0 }
            let head = window.lowerBound...min(window.upperBound, window.lowerBound + delay)
            if decisions[head].contains(true) {
                truePositives += window.count
            } else {
                falseNegatives += window.count
            }
        }
        falsePositives += outside
    }

    /// `nil` where there is no window and no detection.
    package var f1: Double? {
        let whole = 2 * truePositives + falsePositives + falseNegatives
        return whole > 0 ? Double(2 * truePositives) / Double(whole) : nil
    }
}
