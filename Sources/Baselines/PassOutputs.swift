/// What one baseline had to say about one pass; only the elements in the pass's range mean anything.
public struct PassOutputs: Sendable {
    /// What the statistic of each series was expected to be, in its unit, whether it has a sample or not; NaN while warming up.
    public var expected: [Float]
    /// The scale of its residuals, in the unit of the statistic, floors applied; NaN while warming up.
    public var scale: [Float]
    /// How far the statistic with the sample in it lies from what was expected, in scales, within ±10 000; positive is above.
    /// NaN while warming up and where there is no sample.
    public var residual: [Float]

    /// Columns for a block of so many series.
    public init(capacity: Int) {
        precondition(capacity >= 1, "A block holds at least one series.")
        expected = [Float](repeating: .nan, count: capacity)
        scale = expected
        residual = expected
    }
}
