/// Between which two numbers a figure would come to lie nearly always, had other series been looked at.
package struct Interval: Hashable, Sendable {
    /// The lower end.
    package let lower: Double
    /// The upper end, not below the lower one.
    package let upper: Double

    /// An interval.
    package init(lower: Double, upper: Double) {
        precondition(lower <= upper, "An interval does not end below its start.")
        self.lower = lower
        self.upper = upper
    }

    /// True from end to end. An interval of a difference that contains 0 tells nothing of which side is better.
    package func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
