import Samples
import Testing

@Suite struct SampleBatchBuilderTests {
    @Test func givesEachSeriesItsPlaceOnce() {
        var builder = SampleBatchBuilder()
        builder.append(SeriesKey("a"), EventTime(seconds: 1), 1)
        builder.append(SeriesKey("b"), EventTime(seconds: 1), 2)
        builder.append(SeriesKey("a"), EventTime(seconds: 2), 3)
        let batch = builder.take()
        #expect(batch.series == [SeriesKey("a"), SeriesKey("b")])
        #expect(batch.seriesIndex == [0, 1, 0])
        #expect(batch.times == [1000, 1000, 2000])
        #expect(batch.values == [1, 2, 3])
        #expect(batch.count == 3)
    }

    @Test func isEmptyAfterTaking() {
        var builder = SampleBatchBuilder()
        builder.append(SeriesKey("a"), EventTime(seconds: 1), 1)
        _ = builder.take()
        #expect(builder.batch.isEmpty)
        #expect(builder.index(of: SeriesKey("b")) == 0)
    }
}
