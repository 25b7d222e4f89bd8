/// How good the anomalies of the labelled files are.
package struct ScoredReport: Equatable, Sendable {
    /// What is drawn for the intervals.
    package enum Units: Equatable, Sendable {
        /// So many labelled files.
        case files(Int)
        /// So many series of the only labelled file; what is counted by rows has no intervals then.
        case series(Int)
    }

    /// By anomalies and windows: the headline.
    package let events: EventScore
    /// By the rules of the Numenta benchmark; `nil` where no labelled file has rows and a window.
    package let nab: NABScore?
    /// By rows, for comparison with published numbers; `nil` where no labelled file has rows.
    package let delayLimited: DelayLimitedScore?
    /// What the intervals are over.
    package let units: Units
    /// For each figure that is a rate or a delay; none where there are fewer than two units.
    package let intervals: [EvaluationFigure: Interval]

    /// Scores the labelled ones of some files; `nil` where there is none.
    init?(files: [FileHistory], bootstrap: Bootstrap) {
        guard files.contains(where: { $0.windows != nil }) else { return nil }
        let parts = EventUnits(files: files)
        let count = parts.units.count
        events = parts.score
        nab = NABScore(files: files)
        delayLimited = DelayLimitedScore(files: files)
        units = parts.sharedWindows == nil ? .files(count) : .series(count)
        let eventIntervals = bootstrap.intervals(units: count) { parts.score(drawn: $0).rates }
        intervals = eventIntervals.merging(nab?.intervals(bootstrap) ?? [:]) { event, _ in event }
            .merging(delayLimited?.intervals(bootstrap) ?? [:]) { event, _ in event }
    }

    /// Every defined figure.
    var figures: [EvaluationFigure: Double] {
        var figures = events.counts.merging(events.rates) { count, _ in count }
        figures.merge(nab?.figures ?? [:]) { event, _ in event }
        figures[.delayLimitedF1] = delayLimited?.f1
        return figures
    }
}
