public import LinearAlgebra

/// One pass over a block of series: at most one sample of each, all in the same stretch of the civil week.
///
/// Dense columns with one element per series of the block; a series without a sample in this pass has NaN. Made once
/// and filled again for every pass, so that a pass allocates nothing. A block with more than one sample of a series
/// takes as many passes.
public struct PassInputs: Sendable {
    /// The series to visit, from the lowest that has a sample to the highest; the rest of the columns is not looked at.
    public var range: Range<Int> = 0..<0
    /// The stretch of the civil week that the samples fall in.
    public var place = ClockPlace(slotsPerDay: 1)
    /// What was seen, in the unit of each series; not finite: nothing was. Beyond ±``largestValue`` it counts as that.
    public var values: [Float]
    /// How much to learn from each sample, in [0, 1]: 0 leaves the series as it is, bit for bit.
    public var weights: [Float]
    /// Where in the stretch each sample lies, in [0, 1).
    public var phases: [Float]
    /// From one sample of the series to the next, in days; at least 0.
    public var intervals: [Float]

    /// Baselines take no value for larger, on either side of 0.
    public static let largestValue = KernelLimits.largestValue

    /// An empty pass over a block of so many series.
    public init(capacity: Int) {
        precondition(capacity >= 1, "A block holds at least one series.")
        values = [Float](repeating: .nan, count: capacity)
        weights = [Float](repeating: 1, count: capacity)
        phases = [Float](repeating: 0.5, count: capacity)
        intervals = [Float](repeating: 1, count: capacity)
    }

    /// How many series the block holds.
    public var capacity: Int { values.count }

    /// Adds the sample of one series and widens the range to it; a second sample of it would replace the first.
    public mutating func set(_ index: Int, value: Float, weight: Float = 1, phase: Float = 0.5, interval: Float = 1) {
        values[index] = value
        weights[index] = weight
        phases[index] = phase
        intervals[index] = interval
        range = range.isEmpty ? index..<index + 1 : min(range.lowerBound, index)..<max(range.upperBound, index + 1)
    }

    /// Takes every sample out again and empties the range; costs as much as the range is long.
    public mutating func clear() {
        for index in range { values[index] = .nan }
        range = 0..<0
    }
}
