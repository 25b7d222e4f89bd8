import Samples

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
    /// What one file brings.
    struct Counts: Equatable {
        var truePositives = 0
        var falsePositives = 0
        var falseNegatives = 0
    }

    /// By file.
    private let files: [Counts]

    /// Counts over all files that have both windows and rows; `nil` where there is none.
    package init?(files: [FileHistory], delay: Int = DelayLimitedScore.usualDelay) {
        precondition(delay >= 0, "A detection cannot be asked for before the first row of a window.")
        self.delay = delay
        self.files = files.compactMap { file in
            guard let windows = file.windows, let rows = file.rows else { return nil }
            let from = file.evaluateFrom?.milliseconds ?? .min
            let detections = rows.decisions.indices.map { rows.decisions[$0] && rows.times[$0] >= from }
            let ranges = WindowRows(of: windows, times: rows.times).ranges.compactMap { $0 }
            return Self.counts(detections, windows: ranges, delay: delay)
        }
        if self.files.isEmpty { return nil }
    }

    private static func counts(_ detections: [Bool], windows: [ClosedRange<Int>], delay: Int) -> Counts {
        var counts = Counts()
        counts.falsePositives = detections.count { $0 }
        for window in windows {
            counts.falsePositives -= detections[window].count { $0 }
            let head = window.lowerBound...min(window.upperBound, window.lowerBound + delay)
            if detections[head].contains(true) {
                counts.truePositives += window.count
            } else {
                counts.falseNegatives += window.count
            }
        }
        return counts
    }

    /// Rows of windows that were detected in time.
    package var truePositives: Int { files.reduce(0) { $0 + $1.truePositives } }
    /// Detections outside every window.
    package var falsePositives: Int { files.reduce(0) { $0 + $1.falsePositives } }
    /// Rows of windows that were not.
    package var falseNegatives: Int { files.reduce(0) { $0 + $1.falseNegatives } }

    /// `nil` where there is no window and no detection.
    package var f1: Double? { f1(drawn: files.map { _ in 1 }) }

    private func f1(drawn draws: [Int]) -> Double? {
        var (right, wrong) = (0, 0)
        for (file, times) in zip(files, draws) {
            right += 2 * file.truePositives * times
            wrong += (file.falsePositives + file.falseNegatives) * times
        }
        return right + wrong > 0 ? Double(right) / Double(right + wrong) : nil
    }

    /// An interval over files; none for a single file.
    func intervals(_ bootstrap: Bootstrap) -> [EvaluationFigure: Interval] {
        bootstrap.intervals(units: files.count) { draws in
            f1(drawn: draws).map { [.delayLimitedF1: $0] } ?? [:]
        }
    }
}
