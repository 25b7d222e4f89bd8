import Samples
import Settings
import Testing

@Suite struct PolicyReportTests {
    @Test func saysWhoHadTheLastWordOnEachPart() throws {
        let settings = try Fixtures.settings(
            """
            metrics: {kinds: {"*_took": latency}, units: {"*_took": milliseconds}}
            policies:
              standard: {open_at: 9}
              rules:
                - {name: slow, match: {kind: latency}, direction: above, minimum_deviation: 1}
                - {name: quick, match: {unit: seconds}, minimum_deviation: 7}
                - {name: \"slow in ms\", match: {kind: latency, unit: milliseconds}, minimum_deviation: 2}
            """)
        let report = settings.policyReport(for: SeriesKey("search_took", ["service": "web"]))
        #expect(
            report.prefix(9) == [
                "search_took{service=\"web\"}", "  kind: latency", "  unit: milliseconds",
                "  type: gauge, unless its values are found to be those of a counter",
                "  Rules that hold for it, in order:",
                "    {name: slow, match.kind: latency, direction: above, minimum_deviation: 1}",
                "    {name: \"slow in ms\", match.kind: latency, match.unit: milliseconds, "
                    + "minimum_deviation: 2}",
                "  Policy:", "    enabled: true (standard)",
            ], "\(report)")
        #expect(report.contains("    direction: above (by slow)"))
        #expect(report.contains("    minimum_deviation: 2 (by \"slow in ms\")"))
        #expect(report.contains("    open_at: 9 (standard)"))
        #expect(report.contains("    false_alarm_every: 41d16h (standard)"))
    }

    @Test(arguments: [
        ("http_requests_total", "counter, judged by its rate per second (by its name)", "per_second"),
        ("cpu_seconds_total", "counter, judged by its rate per second (by its name)", "ratio"),
        ("jobs_total", "gauge (by metrics.types)", "count"),
        ("rows_processed", "counter, judged by its rate per second (by metrics.types)", "per_second"),
        ("disk_used_ratio", "gauge (by its name)", "ratio"),
    ])
    func saysWhatASeriesIsJudgedAs(name: String, type: String, unit: String) throws {
        let settings = try Fixtures.settings("metrics: {types: {\"*_processed\": counter, jobs_total: gauge}}")
        let report = settings.policyReport(for: SeriesKey(name))
        #expect(report[2] == "  unit: \(unit)" && report[3] == "  type: \(type)")
    }

    @Test func aSeriesThatNoRuleKnowsGetsTheStandard() {
        let report = AndonSettings().policyReport(for: SeriesKey("x"))
        #expect(report[1...2] == ["  kind: other", "  unit: none"] && report[4] == "  No rule holds for it")
        #expect(report.dropFirst(6).allSatisfy { $0.hasSuffix("(standard)") })
    }
}
