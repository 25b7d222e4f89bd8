import Testing

@testable import Samples

@Suite struct SeriesSelectorTests {
    @Test(arguments: [
        ("*", "", true), ("*", "anything", true), ("", "", true), ("", "a", false), ("a?c", "abc", true),
        ("a?c", "ac", false), ("a?c", "aüc", true), ("*_seconds", "request_seconds", true),
        ("*_seconds", "request_seconds_total", false), ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbYbZ", false),
        ("**a**", "a", true), ("?", "", false), ("a.c", "abc", false), ("*aab", "aaaaab", true),
    ])
    func matchesAsAShellDoes(pattern: String, text: String, matches: Bool) {
        #expect(SeriesSelector.glob(pattern, text) == matches)
    }

    @Test func staysFastOnHostilePatterns() {
        let pattern = String(repeating: "*a", count: 200) + "b"
        #expect(!SeriesSelector.glob(pattern, String(repeating: "a", count: 5000)))
    }

    private static func matches(_ selector: SeriesSelector, _ key: SeriesKey) -> Bool {
        selector.matches(key, kind: MetricKind(of: key), unit: MetricUnit(of: key))
    }

    @Test func aMissingLabelIsTheEmptyText() {
        #expect(Self.matches(SeriesSelector(labels: ["mode": ""]), SeriesKey("m")))
        #expect(!Self.matches(SeriesSelector(labels: ["mode": "?*"]), SeriesKey("m")))
        let inside = SeriesSelector(name: "m*", labels: ["mode": "i*"])
        #expect(Self.matches(inside, SeriesKey("m", ["mode": "idle", "cpu": "0"])))
        #expect(!Self.matches(SeriesSelector(name: "n", labels: ["mode": "i*"]), SeriesKey("m", ["mode": "idle"])))
    }

    @Test func kindAndUnitMustBothBeThose() {
        let slow = SeriesSelector(kind: .latency, unit: .seconds)
        #expect(Self.matches(slow, SeriesKey("http_request_duration_seconds")))
        #expect(!Self.matches(slow, SeriesKey("http_request_duration_milliseconds")), "another unit")
        #expect(!Self.matches(slow, SeriesKey("process_cpu_seconds_total")), "another kind")
        #expect(Self.matches(SeriesSelector(kind: .cpu), SeriesKey("process_cpu_seconds_total")))
        #expect(Self.matches(SeriesSelector(unit: .seconds), SeriesKey("process_cpu_seconds_total")))
        #expect(!Self.matches(SeriesSelector(name: "other", kind: .cpu), SeriesKey("process_cpu_seconds_total")))
    }
}
