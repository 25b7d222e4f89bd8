/// One figure of two replays, side by side.
package struct ComparisonRow: Equatable, Sendable {
    /// What was measured.
    package let figure: EvaluationFigure
    /// In the first replay; `nil` where it is undefined there.
    package let before: Double?
    /// In the second replay; `nil` where it is undefined there.
    package let after: Double?
    /// Of the difference, the same files or series drawn from both; `nil` where it was not resampled.
    package let interval: Interval?

    /// How much larger it is in the second replay; `nil` where it is undefined in one of them.
    package var difference: Double? {
        guard let before, let after else { return nil }
        return after - before
    }
}
