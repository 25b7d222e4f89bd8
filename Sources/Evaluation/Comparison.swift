package import Samples

/// The same history under two configurations.
///
/// Anomalies of the same series belong together when their stretches, from onset to close, share an instant. Their ids
/// say nothing here: they hang on the onset and the detector set, both of which another configuration may move.
///
/// An anomaly *stays* when the other replay tells of the same trouble, *vanishes* when the second replay is silent all
/// through it, *appears* when the first one was. Where one replay tells in several parts what is one anomaly in the
/// other, all parts belong to it: none appears or vanishes, though the numbers of anomalies differ.
package struct Comparison: Equatable, Sendable {
    /// An anomaly of the first replay, and the earliest one of the second that belongs to it.
    package struct Staying: Equatable, Sendable {
        /// In the first replay.
        package let before: LocatedAnomaly
        /// In the second replay; it may be labelled where the other is not, when it opened at another sample.
        package let after: LocatedAnomaly
    }

    /// The first replay.
    package let before: EvaluationReport
    /// The second replay.
    package let after: EvaluationReport
    /// Each figure that is defined in at least one of them.
    package let rows: [ComparisonRow]
    /// The anomalies that only the second replay has.
    package let appearing: [LocatedAnomaly]
    /// The anomalies that only the first replay has.
    package let vanishing: [LocatedAnomaly]
    /// All other anomalies of the first replay.
    package let staying: [Staying]

    /// Compares two replays; files and series are recognised by path and key, labels are taken from each as they are.
    package init(
        before: [FileHistory], after: [FileHistory], clock: CivilClock, seed: UInt64, resamples: Int = 1000
    ) {
        let first = EvaluationReport(files: before, clock: clock, seed: seed, resamples: resamples)
        let second = EvaluationReport(files: after, clock: clock, seed: seed, resamples: resamples)
        self.before = first
        self.after = second
        let bootstrap = Bootstrap(seed: seed, resamples: resamples)
        let intervals = Self.intervals(EventUnits(files: before), EventUnits(files: after), bootstrap)
        let (firstFigures, secondFigures) = (first.figures, second.figures)
        rows = EvaluationFigure.allCases.compactMap { figure in
            let (left, right) = (firstFigures[figure], secondFigures[figure])
            guard left != nil || right != nil else { return nil }
            return ComparisonRow(figure: figure, before: left, after: right, interval: intervals[figure])
        }
        let (old, new) = (LocatedAnomaly.all(in: before), LocatedAnomaly.all(in: after))
        let (oldStretches, newStretches) = (Self.bySeries(old), Self.bySeries(new))
        var (staying, vanishing) = ([Staying](), [LocatedAnomaly]())
        for anomaly in old {
            if let partner = newStretches[Place(anomaly)]?.first(overlapping: anomaly) {
                staying.append(Staying(before: anomaly, after: partner))
            } else {
                vanishing.append(anomaly)
            }
        }
        self.staying = staying
        self.vanishing = vanishing
        appearing = new.filter { oldStretches[Place($0)]?.first(overlapping: $0) == nil }
    }

    /// Which series of which file.
    private struct Place: Hashable {
        let path: String
        let series: SeriesKey

        init(_ anomaly: LocatedAnomaly) { (path, series) = (anomaly.path, anomaly.series) }
    }

    private static func bySeries(_ anomalies: [LocatedAnomaly]) -> [Place: Stretches] {
        Dictionary(grouping: anomalies, by: Place.init).mapValues(Stretches.init)
    }

    /// Of the differences between second and first, with the same draws for both: what all draws share cancels out.
    private static func intervals(
        _ first: EventUnits, _ second: EventUnits, _ bootstrap: Bootstrap
    ) -> [EvaluationFigure: Interval] {
        guard let (first, second) = EventUnits.paired(first, second) else { return [:] }
        return bootstrap.intervals(units: first.units.count) { draws in
            let (before, after) = (first.score(drawn: draws).rates, second.score(drawn: draws).rates)
            var differences: [EvaluationFigure: Double] = [:]
            for (figure, value) in after { differences[figure] = before[figure].map { value - $0 } }
            return differences
        }
    }
}
