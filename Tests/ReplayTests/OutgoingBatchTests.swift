import Samples
import Testing

@testable import Replay

@Suite struct OutgoingBatchTests {
    @Test func hasATableOfOnlyThoseSeriesThatOccur() {
        let keys = ["a", "b", "c"].map { SeriesKey($0) }
        var batch = OutgoingBatch()
        for (number, time) in [(2, 1), (0, 2), (2, 3)] { batch.append(number, keys, time: Int64(time), value: 7) }
        let samples = batch.take().samples
        #expect(samples.series.map(\.name) == ["c", "a"])
        #expect(samples.seriesIndex == [0, 1, 0] && samples.times == [1, 2, 3] && samples.values == [7, 7, 7])
        batch.append(0, keys, time: 4, value: 8)
        let next = batch.take()
        #expect(next.samples.series.map(\.name) == ["a"] && next.samples.seriesIndex == [0] && next.rows.isEmpty)
        #expect(batch.take().samples.isEmpty)
    }
}
