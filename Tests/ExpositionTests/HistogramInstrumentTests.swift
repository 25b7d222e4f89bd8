import Testing

@testable import Exposition

@Suite struct HistogramInstrumentTests {
    @Test func countsAValueOnTheEdgeBelowIt() {
        let histogram = HistogramInstrument(edges: [1, 2])
        for value in [-1, 0.5, 1, 1.5, 2, 2.5] { histogram.record(value) }
        #expect(histogram.reading.buckets == [3, 2, 1])
        #expect(histogram.reading.sum == 6.5)
    }

    @Test func isNotPoisonedByWhatIsNotANumber() {
        let histogram = HistogramInstrument(edges: [1])
        for value in [Double.nan, .infinity, -.infinity, 0.5] { histogram.record(value) }
        #expect(histogram.reading.buckets == [2, 2])
        #expect(histogram.reading.sum == 0.5)
    }

    @Test func countsATimeThatRanBackwardsAsNone() {
        let histogram = HistogramInstrument(edges: [1])
        histogram.recordNanoseconds(-1_000_000_000)
        histogram.recordNanoseconds(1_500_000_000)
        #expect(histogram.reading.buckets == [1, 1])
        #expect(histogram.reading.sum == 1.5)
    }

    @Test func holdsAsManyEdgesAsItMay() {
        let histogram = HistogramInstrument(edges: (1...HistogramInstrument.maximumEdges).map(Double.init))
        histogram.record(31.0)
        histogram.record(32.0)
        #expect(histogram.reading.buckets.suffix(2) == [1, 1])
    }

    @Test func doesWithoutEdges() {
        let histogram = HistogramInstrument(edges: [])
        histogram.record(Int64(4))
        #expect(histogram.reading.buckets == [1])
    }
}
