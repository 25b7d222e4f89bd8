import Samples
import Testing

@testable import Evaluation

@Suite struct QuietReportTests {
    private let day: Int64 = 86_400

    private func report(_ series: [SeriesHistory], clock: CivilClock = .utc, limit: Int = 10) -> QuietReport {
        QuietReport(files: [FileHistory(path: "a", series: series)], clock: clock, limit: limit)
    }

    // Two series over the first two days and a half, one of them only the last day of it, and one series a year later
    // for a day: watched for 3.5 days, 2.5 + 1 + 1 = 4.5 series-days.
    @Test func daysAreCountedOnceAndGapsAreLeftOut() {
        let report = report([
            Fixture.series("late", from: 365 * day, to: 366 * day, [Fixture.span(365 * day)]),
            Fixture.series("whole", from: 0, to: 2 * day + day / 2, (1...6).map { Fixture.span($0 * 1000) }),
            Fixture.series("part", from: day + day / 2, to: 2 * day + day / 2),
        ])
        #expect(report.anomalies == 7)
        #expect(report.series == 3)
        #expect(report.days == 3.5)
        #expect(report.seriesDays == 4.5)
        #expect(report.anomaliesPerDay == 2)
        #expect(report.anomaliesPerSeriesDay == 7 / 4.5)
    }

    // Half past ten and ten to midnight in UTC are 12:30 and 1:50 two hours east.
    @Test func hoursAreThoseOfTheClock() {
        let spans = [Fixture.span(10 * 3600 + 1800), Fixture.span(23 * 3600 + 3000)]
        let utc = report([Fixture.series(spans)])
        #expect(utc.byHour.indices.filter { utc.byHour[$0] > 0 } == [10, 23])
        let east = report([Fixture.series(spans)], clock: CivilClock(transitions: [], offsets: [7_200_000]))
        #expect(east.byHour.indices.filter { east.byHour[$0] > 0 } == [1, 12])
    }

    @Test func aDayTheClockRepeatsAnHourIn() {
        // Half an hour before and after the offset falls from two hours to one, at 1:00 UTC: 2:30 by the clock twice.
        let clock = CivilClock(transitions: [3_600_000], offsets: [7_200_000, 3_600_000])
        let report = report([Fixture.series([Fixture.span(1800), Fixture.span(5400)])], clock: clock)
        #expect(report.byHour[2] == 2)
    }

    @Test func countsReasonsAndSeverities() {
        let report = report([
            Fixture.series([
                Fixture.span(1, closed: 5, reason: .recovered, severity: .critical),
                Fixture.span(10, closed: 12, reason: .silent, severity: .info),
                Fixture.span(20, closed: 29, reason: .recovered, severity: .info), Fixture.span(86_398),
            ])
        ])
        #expect(report.byCloseReason == [.recovered: 2, .levelShift: 0, .silent: 1])
        #expect(report.stillOpen == 1)
        #expect(report.bySeverity == [.info: 2, .warning: 1, .critical: 1])
    }

    @Test func keepsOnlyTheLoudest() {
        let report = report(
            (1...5).map { number in
                Fixture.series("s\(number)", (0..<number).map { Fixture.span($0 * 100, closed: $0 * 100 + number) })
            }, limit: 2)
        #expect(report.loudest.map(\.series.name) == ["s5", "s4"])
        #expect(report.anomalies == 15)
    }

    @Test func ofNoHistoryThereIsNoRate() {
        let empty = QuietReport(files: [], clock: .utc)
        #expect(empty.anomaliesPerDay == nil)
        #expect(empty.anomaliesPerSeriesDay == nil)
        #expect(empty.figures == [.anomalies: 0])
        #expect(report([Fixture.series(from: 5, to: 5, [Fixture.span(5)])]).anomaliesPerDay == nil)
    }

    @Test(arguments: UInt64(0)..<20)
    func everyAnomalyIsCountedInEachTable(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let report = QuietReport(files: Fixture.randomFiles(5, using: &generator), clock: .utc, limit: 1000)
        #expect(report.byHour.reduce(0, +) == report.anomalies)
        #expect(report.byCloseReason.values.reduce(0, +) + report.stillOpen == report.anomalies)
        #expect(report.bySeverity.values.reduce(0, +) == report.anomalies)
        #expect(report.loudest.reduce(0) { $0 + $1.anomalies } == report.anomalies)
        #expect(report.anomalies == 0 || abs(report.loudest.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    }
}
