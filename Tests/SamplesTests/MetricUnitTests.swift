import Testing

@testable import Samples

@Suite struct MetricUnitTests {
    @Test(arguments: MetricExample.all)
    func readsTheNameByTheConventions(example: MetricExample) {
        #expect(MetricUnit(of: example.key) == example.unit)
    }

    @Test func aLabelDecidesBeforeTheName() {
        #expect(MetricUnit(of: SeriesKey("wait_seconds", ["unit": "ms"])) == .milliseconds)
        #expect(MetricUnit(of: SeriesKey("wait_seconds", ["unit": "milliseconds"])) == .milliseconds)
        #expect(MetricUnit(of: SeriesKey("wait_seconds", ["unit": "fortnights"])) == .seconds)
        #expect(MetricUnit(of: SeriesKey("wait_seconds", ["unit": ""])) == .seconds)
    }

    @Test(arguments: ["", "_", "seconds", "total", "per_second", "p99", "__", "..", "ß_Ü"])
    func anyNameHasAnAnswer(name: String) {
        _ = MetricUnit(of: SeriesKey(name))
        _ = MetricKind(of: SeriesKey(name))
    }

    @Test func wordsAreSplitAtSeparatorsAndAtCapitals() {
        #expect(MetricWords.of("node_memory_MemFree_bytes") == ["node", "memory", "mem", "free", "bytes"])
        #expect(MetricWords.of("a.b:c-d/e") == ["a", "b", "c", "d", "e"])
        #expect(MetricWords.of("HTTPRequests__5xx") == ["httprequests", "5xx"])
        #expect(MetricWords.of("").isEmpty)
    }
}
