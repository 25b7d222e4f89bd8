/// What is kept of the samples of one stretch of time; 64 bytes.
///
/// Merging two buckets gives the same as putting all of their samples into one, in any order, up to the rounding of
/// means.
struct ChartBucket: Equatable, Sendable {
    /// How many samples there are.
    private(set) var count = 0
    /// How many of them came with an expectation.
    private(set) var expectedCount = 0
    /// The smallest value; infinite without samples.
    private(set) var low = Double.infinity
    /// The largest value; minus infinity without samples.
    private(set) var high = -Double.infinity
    /// The mean of the values; 0 without samples.
    private(set) var mean = 0.0
    /// The mean of what was expected; 0 where nothing was.
    private(set) var expected = 0.0
    /// The lowest lower end of the band; infinite without one.
    private(set) var lower = Double.infinity
    /// The highest upper end of the band; minus infinity without one.
    private(set) var upper = -Double.infinity

    /// True where there is a sample.
    var isFilled: Bool { count > 0 }
    /// True where something was expected.
    var hasExpected: Bool { expectedCount > 0 }
    /// True where both ends of the band are known.
    var hasBand: Bool { lower <= upper && lower.isFinite && upper.isFinite }

    /// Takes a sample in. The value is finite; what else is not finite counts as not known.
    mutating func add(value: Double, expected: Double?, lower: Double?, upper: Double?) {
        mean = Self.mean(of: mean, count, and: value, 1)
        count += 1
        low = min(low, value)
        high = max(high, value)
        if let expected, expected.isFinite {
            self.expected = Self.mean(of: self.expected, expectedCount, and: expected, 1)
            expectedCount += 1
        }
        if let lower, lower.isFinite { self.lower = min(self.lower, lower) }
        if let upper, upper.isFinite { self.upper = max(self.upper, upper) }
    }

    /// Takes another bucket in.
    mutating func merge(_ other: ChartBucket) {
        mean = Self.mean(of: mean, count, and: other.mean, other.count)
        count += other.count
        low = min(low, other.low)
        high = max(high, other.high)
        expected = Self.mean(of: expected, expectedCount, and: other.expected, other.expectedCount)
        expectedCount += other.expectedCount
        lower = min(lower, other.lower)
        upper = max(upper, other.upper)
    }

    /// The mean of two means; shares are taken before they are added, so that the sum stays finite, and rounding does
    /// not leave what lies between the two.
    private static func mean(of a: Double, _ countA: Int, and b: Double, _ countB: Int) -> Double {
        guard countA > 0 else { return b }
        guard countB > 0 else { return a }
        let share = Double(countB) / Double(countA + countB)
        return min(max(a * (1 - share) + b * share, min(a, b)), max(a, b))
    }
}
