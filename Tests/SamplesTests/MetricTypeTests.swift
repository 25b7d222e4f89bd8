import Samples
import Testing

@Suite struct MetricTypeTests {
    @Test(
        arguments: [
            ("http_requests_total", .counter), ("node_cpu_seconds_total", .counter), ("total", nil),
            ("memory_total_bytes", nil),
            ("http.server.requests", nil), ("cpu_usage_ratio", .gauge), ("requests_per_second", .gauge),
            ("process_start_time_seconds", .gauge), ("node_temp_celsius", .gauge), ("uptime_seconds", .gauge),
            ("rpc_bucket", nil), ("queue_depth", nil),
        ] as [(String, MetricType?)])
    func namesTellTheType(name: String, type: MetricType?) {
        #expect(MetricType(of: SeriesKey(name)) == type)
    }

    @Test func aBucketOfAHistogramIsACounter() {
        #expect(MetricType(of: SeriesKey("rpc_seconds_bucket", ["le": "0.5"])) == .counter)
    }

    @Test func anAssignmentDecidesBeforeTheName() {
        let book = MetricBook(types: [.init("jobs_*", .gauge), .init("*_ratio", .counter)])
        #expect(book.type(of: SeriesKey("jobs_total")) == .gauge)
        #expect(book.type(of: SeriesKey("x_ratio")) == .counter)
        #expect(book.type(of: SeriesKey("x_total")) == .counter && book.assignedType(of: SeriesKey("x_total")) == nil)
    }

    /// So that the rules for rates hold for counters.
    @Test func aCounterHasTheUnitAndTheKindOfItsRate() {
        let book = MetricBook()
        #expect(book.unit(of: SeriesKey("sent_bytes_total")) == .bytesPerSecond)
        #expect(book.unit(of: SeriesKey("cpu_seconds_total")) == .ratio)
        #expect(book.unit(of: SeriesKey("errors_total")) == .perSecond)
        #expect(book.kind(of: SeriesKey("request_duration_seconds_total")) == .latency)
        #expect(book.unit(of: SeriesKey("sent_bytes")) == .bytes)
        #expect(book.unit(of: SeriesKey("sent_bytes"), as: .counter) == .bytesPerSecond)
        #expect(book.unit(of: SeriesKey("sent_bytes_total"), as: .gauge) == .bytes)
    }
}
