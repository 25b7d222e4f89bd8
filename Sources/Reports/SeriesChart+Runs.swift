extension SeriesChart {
    /// When the first bucket starts, in milliseconds since 1970. A `Double`: it holds every instant of this era
    /// exactly, and the ends of 64 bits cannot overflow it.
    var start: Double { Double(first) * bucketMilliseconds }

    /// When the last bucket ends; the start without samples.
    var end: Double { (Double(first) + Double(buckets.count)) * bucketMilliseconds }

    /// How long a bucket is.
    var bucketMilliseconds: Double { Double(sign: .plus, exponent: Int(shift), significand: 1) }

    /// Neighbours with samples that are further apart than so many buckets have a gap between them: more than three
    /// times as far as nine out of ten are, and one for rounding.
    var widestStep: Int {
        var distances: [Int] = []
        var last: Int?
        for index in buckets.indices where buckets[index].isFilled {
            if let last { distances.append(index - last) }
            last = index
        }
        distances.sort()
        return distances.isEmpty ? 1 : 3 * distances[(distances.count - 1) * 9 / 10] + 1
    }

    /// The buckets of which something is known, as pieces without a gap inside.
    func runs(step widest: Int, where isKnown: (ChartBucket) -> Bool) -> [[Int]] {
        var runs: [[Int]] = []
        var run: [Int] = []
        for index in buckets.indices where isKnown(buckets[index]) {
            if let last = run.last, index - last > widest {
                runs.append(run)
                run.removeAll(keepingCapacity: true)
            }
            run.append(index)
        }
        if !run.isEmpty { runs.append(run) }
        return runs
    }
}
