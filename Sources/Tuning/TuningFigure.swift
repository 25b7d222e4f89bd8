package import Evaluation
import Samples

/// One number that says how good a policy is.
package enum TuningFigure: Equatable, Sendable {
    /// The F1 of events, in 0 ... 1.
    case f1
    /// The share of what was told that is right, in 0 ... 1.
    case precision
    /// The share of windows that were found, in 0 ... 1.
    case recall
    /// False alarms per series and day.
    case falsePerSeriesDay
    /// Seconds from the start of a window to the first anomaly inside it, the median over those found.
    case medianDelay
    /// The score of the Numenta Anomaly Benchmark; 100 is perfect, 0 a detector that never fires.
    case nab(NABProfile)
    /// Anomalies a week over all series of the history together.
    case alertsPerWeek
    /// The share of what the most sensitive policy sees, in 0 ... 1.
    case evidenceKept

    /// What it is called.
    package var name: String {
        switch self {
        case .f1: "F1"
        case .precision: "precision"
        case .recall: "recall"
        case .falsePerSeriesDay: "false alarms per series-day"
        case .medianDelay: "median delay"
        case .nab(let profile): "NAB \(profile.rawValue)"
        case .alertsPerWeek: "anomalies a week, all series"
        case .evidenceKept: "evidence kept"
        }
    }

    /// The figure of a tally; `nil` where it is not defined.
    func value(of tally: Tally, series: Int) -> Double? {
        switch self {
        case .f1: tally.events.f1
        case .precision: tally.events.precision
        case .recall: tally.events.recall
        case .falsePerSeriesDay: tally.falseOpenings.perDay
        case .medianDelay: tally.events.medianDelay
        case .nab(let profile): tally.nab.score(profile)
        case .alertsPerWeek: tally.openings.perDay * 7 * Double(series)
        case .evidenceKept: tally.evidence.share
        }
    }

    /// A value of it, for people.
    package func text(_ value: Double) -> String {
        switch self {
        case .f1, .precision, .recall, .evidenceKept: value.fixed(3)
        case .falsePerSeriesDay: value.fixed(4)
        case .nab, .alertsPerWeek: value.fixed(2)
        case .medianDelay: NumberText.seconds(value)
        }
    }
}
