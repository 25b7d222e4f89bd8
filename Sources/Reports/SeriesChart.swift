/// What is kept of one series to draw it: buckets of equal length in time, never more than a given number.
///
/// A bucket is 2^`shift` milliseconds long and starts at a multiple of that. When the series outgrows the buckets, each
/// two become one. So what is kept follows from the samples alone: steps back in time, duplicates and irregular steps
/// give the same buckets as the sorted samples do, up to the rounding of means.
///
/// - Cost: amortised constant time a sample; at most 64 bytes a bucket, 77 kB a series with the usual 1,200.
package struct SeriesChart: Equatable, Sendable {
    /// More than a chart is wide on most screens.
    package static let usualBuckets = 1200

    /// The highest number of buckets.
    package let limit: Int
    /// How many samples were taken in.
    package private(set) var samples = 0
    /// A bucket is 2^`shift` milliseconds long.
    private(set) var shift: Int64 = 0
    /// The first bucket starts `first` lengths of a bucket after 1970.
    private(set) var first: Int64 = 0
    /// Without gaps; the first and the last have samples.
    private(set) var buckets: [ChartBucket] = []

    /// A chart without samples, of at most `limit` buckets, two or more.
    package init(limit: Int = usualBuckets) {
        precondition(limit >= 2, "A chart has two buckets or more.")
        self.limit = limit
    }

    /// Takes a sample in, in any order of time. Without a finite value it is left out; what else is not finite counts
    /// as not known.
    ///
    /// - Parameters:
    ///   - time: Milliseconds since 1970 UTC.
    ///   - value: In the unit of the series.
    ///   - expected: What was expected instead; `nil` while warming up.
    ///   - lower: The lower end of the band of normal values; `nil` where there is none.
    ///   - upper: The upper end of it.
    package mutating func add(time: Int64, value: Double, expected: Double?, lower: Double?, upper: Double?) {
        guard value.isFinite else { return }
        makeRoom(for: time)
        buckets[Int((time &>> shift) - first)].add(value: value, expected: expected, lower: lower, upper: upper)
        samples += 1
    }

    /// Makes buckets longer until `time` fits, then adds those that are missing before or behind.
    private mutating func makeRoom(for time: Int64) {
        guard !buckets.isEmpty else {
            first = time
            buckets = [ChartBucket()]
            return
        }
        while true {
            let number = time &>> shift
            let low = min(first, number)
            let high = max(first + Int64(buckets.count - 1), number)
            // The difference of two 64-bit numbers fits when it is read without a sign.
            guard UInt64(bitPattern: high &- low) < UInt64(limit) else {
                halve()
                continue
            }
            let needed = Int(high - low) + 1
            if needed > buckets.count { grow(to: needed, before: Int(first - low)) }
            return
        }
    }

    private mutating func grow(to needed: Int, before: Int) {
        if needed > buckets.capacity { buckets.reserveCapacity(min(limit, max(64, needed * 2))) }
        let behind = needed - buckets.count - before
        buckets.append(contentsOf: repeatElement(ChartBucket(), count: behind))
        if before > 0 { buckets.insert(contentsOf: repeatElement(ChartBucket(), count: before), at: 0) }
        first -= Int64(before)
    }

    /// Makes one bucket of each two that start at the same multiple of the double length.
    private mutating func halve() {
        let offset = Int(first & 1)
        let halves = (buckets.count + offset + 1) / 2
        for half in 0..<halves {
            let (left, right) = (2 * half - offset, 2 * half - offset + 1)
            var merged = left >= 0 ? buckets[left] : ChartBucket()
            if right < buckets.count { merged.merge(buckets[right]) }
            buckets[half] = merged
        }
        buckets.removeLast(buckets.count - halves)
        first >>= 1
        shift += 1
    }
}
