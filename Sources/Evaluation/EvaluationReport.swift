package import Samples

/// All that a replay has to say of what a configuration makes of a history.
package struct EvaluationReport: Equatable, Sendable {
    /// How good the anomalies are; `nil` without labels.
    package let scored: ScoredReport?
    /// How many anomalies there are, and where and when.
    package let quiet: QuietReport

    /// Sums up a history; hours are those of `clock`, and the same `seed` gives the same intervals.
    package init(files: [FileHistory], clock: CivilClock, seed: UInt64, resamples: Int = 1000) {
        scored = ScoredReport(files: files, bootstrap: Bootstrap(seed: seed, resamples: resamples))
        quiet = QuietReport(files: files, clock: clock)
    }

    /// Every figure that is defined.
    package var figures: [EvaluationFigure: Double] {
        quiet.figures.merging(scored?.figures ?? [:]) { quiet, _ in quiet }
    }

    /// An interval for each figure that has one.
    package var intervals: [EvaluationFigure: Interval] { scored?.intervals ?? [:] }
}
