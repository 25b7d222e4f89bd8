import Samples
import Testing

@testable import Reports

@Suite struct ReplayReportTests {
    private func row(_ name: String, _ anomalies: Int, _ perDay: Double?, _ score: Double?) -> ReplayReport.SeriesRow {
        .init(
            series: FileSeries(file: "a.csv", series: name), samples: 1, days: 1, anomalies: anomalies, perDay: perDay,
            loudestScore: score)
    }

    @Test func ordersByLoudness() {
        var report = ReplayReport.example()
        report.series = [
            row("quiet", 0, nil, nil), row("few", 1, 9, 0.99), row("slow", 3, 0.1, 0.99), row("fast", 3, 0.5, 0.8),
            row("loud", 3, 0.5, 0.9), row("loud too", 3, 0.5, 0.9),
        ]
        let order = report.loudestFirst.map(\.series.series)
        #expect(order == ["loud", "loud too", "fast", "slow", "few", "quiet"])
    }

    @Test func tellsHowAnAnomalyEnded() {
        var row = ReplayReport.AnomalyRow.example(FileSeries(file: "", series: ""))
        #expect(row.milliseconds == 720_000)
        #expect(row.ending == "recovered")
        row.closeReason = .levelShift
        #expect(row.ending == "level shift")
        row.closeReason = nil
        row.closed = nil
        #expect(row.milliseconds == nil)
        #expect(row.ending == "still open")
    }
}
