/// What mistakes cost in the Numenta benchmark, measured in windows found at once.
package enum NABProfile: String, CaseIterable, Sendable {
    /// A missed window costs 1, a false alarm at most 0.11.
    case standard
    /// False alarms cost twice as much.
    case lowFalsePositives = "low_fp"
    /// Missed windows cost twice as much.
    case lowFalseNegatives = "low_fn"

    /// The price of a window in which nothing was detected.
    package var missCost: Double { self == .lowFalseNegatives ? 2 : 1 }

    /// The price of a detection far from every window; less close behind one.
    package var falseAlarmCost: Double { self == .lowFalsePositives ? 0.22 : 0.11 }
}
