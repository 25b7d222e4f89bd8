import Samples
import Testing

@testable import Reports

@Suite struct SeriesChartTests {
    private func chart(_ samples: [(time: Int64, value: Double)], limit: Int = 50) -> SeriesChart {
        var chart = SeriesChart(limit: limit)
        for sample in samples {
            chart.add(time: sample.time, value: sample.value, expected: sample.value / 2, lower: -1, upper: 1)
        }
        return chart
    }

    /// Samples of any kind of spacing, up to the ends of 64 bits.
    private func samples(_ generator: inout SeededGenerator) -> [(time: Int64, value: Double)] {
        let reach = Int64(1) << Int64.random(in: 1...62, using: &generator)
        return (0..<Int.random(in: 1...300, using: &generator)).map { _ in
            let far = Int.random(in: 0..<50, using: &generator) == 0
            let time =
                far
                ? Int64.random(in: .min ... .max, using: &generator) : .random(in: -reach...reach, using: &generator)
            return (time, Double.random(in: -1e9...1e9, using: &generator))
        }
    }

    @Test func neverHasMoreBucketsThanItMay() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            let limit = Int.random(in: 2...60, using: &generator)
            let chart = chart(samples(&generator), limit: limit)
            #expect(chart.buckets.count <= limit)
            #expect(chart.buckets.first?.isFilled == true && chart.buckets.last?.isFilled == true)
        }
    }

    @Test func losesNoSampleAndNoExtreme() {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<1000 {
            let samples = samples(&generator)
            let chart = chart(samples)
            #expect(chart.samples == samples.count)
            #expect(chart.buckets.reduce(0) { $0 + $1.count } == samples.count)
            #expect(chart.buckets.map(\.low).min() == samples.map(\.value).min())
            #expect(chart.buckets.map(\.high).max() == samples.map(\.value).max())
        }
    }

    @Test func putsEachSampleWhereItBelongs() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let samples = samples(&generator)
            let chart = chart(samples)
            for (index, bucket) in chart.buckets.enumerated() {
                let inside = samples.filter { $0.time >> chart.shift == chart.first + Int64(index) }.map(\.value)
                #expect(bucket.count == inside.count)
                guard let low = inside.min(), let high = inside.max() else { continue }
                #expect(bucket.low == low && bucket.high == high)
                let mean = inside.reduce(0) { $0 + $1 / Double(inside.count) }
                #expect(abs(bucket.mean - mean) < 1e-3)
                #expect(abs(bucket.expected - mean / 2) < 1e-3)
                #expect(bucket.mean >= low && bucket.mean <= high)
            }
        }
    }

    @Test func doesNotDependOnTheOrderOfSamples() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<1000 {
            let samples = samples(&generator)
            let there = chart(samples)
            let back = chart(samples.shuffled(using: &generator))
            #expect(there.shift == back.shift && there.first == back.first)
            #expect(there.buckets.map(\.count) == back.buckets.map(\.count))
            #expect(there.buckets.map(\.low) == back.buckets.map(\.low))
            #expect(there.buckets.map(\.high) == back.buckets.map(\.high))
            #expect(zip(there.buckets, back.buckets).allSatisfy { abs($0.mean - $1.mean) < 1e-3 })
        }
    }

    @Test func holdsTheEndsOfTime() {
        let chart = chart([(.max, 1), (.min, 2), (0, 3), (-1, 4), (.max, 5)], limit: 2)
        #expect(chart.buckets.map(\.count) == [2, 3])
        #expect(chart.start == -0x1p63 && chart.end == 0x1p63)
    }

    @Test func takesStepsBackAndDuplicates() {
        let chart = chart([(1000, 1), (1000, 3), (990, 5), (995, 7)], limit: 11)
        #expect(chart.shift == 0 && chart.first == 990)
        #expect(chart.buckets.map(\.count) == [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2])
        #expect(chart.buckets[10].mean == 2)
    }

    @Test func isExactForOneSampleAndForAConstant() {
        #expect(chart([(7, 0.1)]).buckets.map(\.mean) == [0.1])
        let constant = chart((0..<100_000).map { ($0 * 1000, 0.1) })
        #expect(constant.buckets.allSatisfy { $0.mean == 0.1 && $0.low == 0.1 && $0.high == 0.1 })
    }

    @Test func leavesOutWhatIsNotFinite() {
        var chart = SeriesChart()
        for value in [Double.nan, .infinity, -.infinity] {
            chart.add(time: 0, value: value, expected: nil, lower: nil, upper: nil)
        }
        #expect(chart.samples == 0 && chart.buckets.isEmpty)
        chart.add(time: 0, value: 1, expected: .nan, lower: -.infinity, upper: .infinity)
        chart.add(time: 1, value: 1, expected: nil, lower: 0, upper: nil)
        #expect(chart.samples == 2)
        #expect(chart.buckets.allSatisfy { !$0.hasExpected && !$0.hasBand })
    }

    @Test func keepsMeansOfExtremesFinite() {
        let largest = Double.greatestFiniteMagnitude
        let chart = chart((0..<1000).map { ($0, $0.isMultiple(of: 2) ? largest : -largest) }, limit: 2)
        #expect(chart.buckets.allSatisfy { $0.mean.isFinite && $0.expected.isFinite })
        #expect(chart.buckets[0].low == -largest && chart.buckets[0].high == largest)
    }

    @Test func countsExpectationsApart() {
        var chart = SeriesChart(limit: 2)
        for time in 0..<Int64(8) {
            chart.add(time: time, value: 1, expected: time < 3 ? nil : 6, lower: nil, upper: nil)
        }
        #expect(chart.buckets.map(\.expected) == [6, 6])
        #expect(chart.buckets.map(\.expectedCount) == [1, 4])
    }
}
