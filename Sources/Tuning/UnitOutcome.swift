/// How a policy did on one file.
struct UnitOutcome: Equatable, Sendable {
    /// By series.
    let series: [TrialOutcome]
    /// All series together.
    let together: TrialOutcome

    init(series: [TrialOutcome]) {
        self.series = series
        together = series.reduce(into: TrialOutcome()) { $0.join($1) }
    }

    /// What the openings of a file are worth.
    ///
    /// - Parameters:
    ///   - reference: what the most sensitive policy raised, by series; empty where nobody asks for evidence kept.
    ///   - countsNAB: the file has one series, and its rows are to be counted as the benchmark does.
    init(_ openings: [[Opening]], of unit: TuningUnit, reference: [[Opening]], countsNAB: Bool) {
        let days = unit.days
        self.init(
            series: openings.indices.map { series in
                var outcome = TrialOutcome(
                    openings[series], days: days[series], windows: unit.windows,
                    reference: reference.isEmpty ? [] : reference[series])
                if countsNAB, let windows = unit.windows {
                    outcome.nab = NABSums(rows: unit.times, windows: windows, openings: openings[series])
                }
                return outcome
            })
    }

    /// The best outcome that a file can have.
    static func perfect(_ unit: TuningUnit, reference: [[Opening]]) -> UnitOutcome {
        let days = unit.days
        return UnitOutcome(
            series: days.indices.map {
                .perfect(days: days[$0], windows: unit.windows, reference: reference.isEmpty ? [] : reference[$0])
            })
    }
}
