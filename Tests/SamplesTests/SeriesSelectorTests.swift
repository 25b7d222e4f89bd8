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

    @Test func aMissingLabelIsTheEmptyText() {
        #expect(SeriesSelector(labels: ["mode": ""]).matches(SeriesKey("m")))
        #expect(!SeriesSelector(labels: ["mode": "?*"]).matches(SeriesKey("m")))
        #expect(
            SeriesSelector(name: "m*", labels: ["mode": "i*"]).matches(SeriesKey("m", ["mode": "idle", "cpu": "0"])))
        #expect(!SeriesSelector(name: "n", labels: ["mode": "i*"]).matches(SeriesKey("m", ["mode": "idle"])))
    }
}
