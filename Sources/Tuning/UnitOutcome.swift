import Evaluation
import Samples

/// How a policy did on one unit.
struct UnitOutcome: Equatable, Sendable {
    /// By series.
    let series: [TrialOutcome]
    /// All series together.
    let together: TrialOutcome

    init(series: [TrialOutcome]) {
        self.series = series
        together = series.dropFirst().reduce(into: series.first ?? TrialOutcome()) { $0.join($1) }
    }

    /// What the anomalies of a unit are worth.
    ///
    /// - Parameters:
    ///   - anomalies: by series.
    ///   - reference: what the most sensitive policy raised, by series; empty where nobody asks for evidence kept.
    init(
        _ anomalies: [[AnomalySpan]], of unit: TuningUnit, reference: [[AnomalySpan]], objective: TuningObjective
    ) {
        let files = unit.histories(with: anomalies)
        let counting = files.filter { !objective.needsLabels || $0.windows != nil }
        let watched = counting.map { file in Dictionary(uniqueKeysWithValues: file.series.map { ($0.key, $0) }) }
        var outcomes = unit.series.indices.map { number in
            let counts = zip(counting, watched).map { file, series in file.counts(of: series[unit.series[number]]) }
            return TrialOutcome(
                counts, anomalies: anomalies[number], reference: reference.isEmpty ? [] : reference[number])
        }
        if objective.countsNAB {
            // Each file has one series, so that files which share it have no other.
            precondition(outcomes.count == 1, "The benchmark counts files of one series.")
            outcomes[0].nab = unit.tally(of: files)
        }
        self.init(series: outcomes)
    }

    /// The best outcome that a unit can have.
    static func perfect(
        _ unit: TuningUnit, reference: [[AnomalySpan]], objective: TuningObjective
    ) -> UnitOutcome {
        let days = unit.days(onlyLabelled: objective.needsLabels)
        return UnitOutcome(
            series: days.indices.map {
                .perfect(days: days[$0], windows: unit.windows, reference: reference.isEmpty ? [] : reference[$0])
            })
    }
}
