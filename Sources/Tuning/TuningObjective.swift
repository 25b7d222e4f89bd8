package import Evaluation

/// What makes one policy better than another.
package enum TuningObjective: Equatable, Sendable {
    /// The F1 of events against labels: a window is found when an anomaly opens inside it, an anomaly that opens
    /// outside every window is false. No point adjustment. The search lets each window count once, however often it
    /// was told; what is told in the end is the figure that a replay tells. The bound, if any, is on false alarms per
    /// series and day.
    case f1(atMostFalsePerSeriesDay: Double?)
    /// The score of the Numenta Anomaly Benchmark for the decisions; every file has one series.
    case nab(NABProfile)
    /// Without labels: keep as much as possible of what the most sensitive policy sees, at no more than so many
    /// anomalies a week over all series of the history together.
    ///
    /// What there is to see is what the most sensitive policy of the search raises, each stretch as heavy as its peak
    /// score. Telling one stretch twice gains nothing, and an anomaly that never closes keeps nothing after it.
    case alertsPerWeek(Double)

    /// True where files without labels say nothing.
    var needsLabels: Bool {
        if case .alertsPerWeek = self { return false }
        return true
    }

    /// True where the evidence of the most sensitive policy is asked for.
    var needsReference: Bool { !needsLabels }

    /// True where rows are counted as the benchmark does.
    var countsNAB: Bool {
        if case .nab = self { return true }
        return false
    }
}

extension TuningObjective {
    /// What a policy is worth.
    ///
    /// Bounds are judged with a margin, because the best of many candidates looks better than it is; see
    /// ``Rate/cautiousPerDay(isPartial:)``.
    ///
    /// - Parameters:
    ///   - series: how many series the whole history has.
    ///   - isPartial: the rest of the tally is a guess for the best.
    func merit(of tally: Tally, series: Int, isPartial: Bool = false) -> Merit {
        switch self {
        case .f1(let limit):
            let rate = tally.falseOpenings.cautiousPerDay(isPartial: isPartial)
            return Merit(overshoot: limit.map { max(0, rate - $0) } ?? 0, value: tally.strictF1 ?? 0)
        case .nab(let profile):
            return Merit(overshoot: 0, value: tally.nab.score(profile) ?? 0)
        case .alertsPerWeek(let limit):
            let rate = tally.openings.cautiousPerDay(isPartial: isPartial) * 7 * Double(series)
            return Merit(overshoot: max(0, rate - limit), value: tally.evidence.share ?? 0)
        }
    }

    /// What people want to know of a policy, the figure that was searched for first.
    var figures: [TuningFigure] {
        switch self {
        case .f1: [.f1, .precision, .recall, .falsePerSeriesDay, .medianDelay]
        case .nab(let profile): [.nab(profile), .f1, .falsePerSeriesDay, .medianDelay]
        case .alertsPerWeek: [.alertsPerWeek, .evidenceKept]
        }
    }
}
