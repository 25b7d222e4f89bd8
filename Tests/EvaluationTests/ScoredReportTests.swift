import Samples
import Testing

@testable import Evaluation

@Suite struct ScoredReportTests {
    private let bootstrap = Bootstrap(seed: 1, resamples: 300)

    @Test func needsALabelledFile() {
        #expect(ScoredReport(files: [], bootstrap: bootstrap) == nil)
        let unlabelled = FileHistory(path: "a", series: [Fixture.series()])
        #expect(ScoredReport(files: [unlabelled], bootstrap: bootstrap) == nil)
        #expect(
            ScoredReport(files: [FileHistory(path: "a", series: [], windows: [])], bootstrap: bootstrap) != nil)
    }

    @Test func rowsAreAskedForSeparately() throws {
        let file = FileHistory(path: "a", series: [Fixture.series()], windows: [Fixture.window(1, 2)])
        let report = try #require(ScoredReport(files: [file], bootstrap: bootstrap))
        #expect(report.nab == nil)
        #expect(report.delayLimited == nil)
        #expect(report.figures[.delayLimitedF1] == nil)
    }

    // A file whose list of windows is empty has no NAB score of its own, but detections in it are counted by row.
    @Test func withoutAnyWindowOnlyFalseAlarmsAreCounted() throws {
        let file = Fixture.file([], Fixture.twentyRows(decided: [3]))
        let report = try #require(ScoredReport(files: [file], bootstrap: bootstrap))
        #expect(report.nab == nil)
        #expect(report.delayLimited?.falsePositives == 1)
        #expect(report.delayLimited?.f1 == 0)
    }

    @Test func intervalsAreOverFilesAndSurroundTheirFigures() throws {
        var generator = SeededGenerator(seed: 3)
        let files = Fixture.randomFiles(12, using: &generator)
        let report = try #require(ScoredReport(files: files, bootstrap: bootstrap))
        #expect(report.units == .files(12))
        #expect(report.intervals.count == 14)
        for (figure, interval) in report.intervals {
            #expect(interval.contains(try #require(report.figures[figure])), "\(figure)")
        }
    }

    @Test func ofASingleFileTheIntervalsAreOverItsSeries() throws {
        let series = (0..<8).map { number in
            Fixture.series("s\(number)", number % 3 == 0 ? [Fixture.span(500)] : [Fixture.span(150)])
        }
        let file = FileHistory(
            path: "a", series: series, windows: [Fixture.window(100, 200)],
            rows: Fixture.twentyRows([2: 1], decided: [2]))
        let other = FileHistory(path: "b", series: series)
        let report = try #require(ScoredReport(files: [file, other], bootstrap: bootstrap))
        #expect(report.units == .series(8))
        #expect(report.events.precision == 5.0 / 8)
        let interval = try #require(report.intervals[.precision])
        #expect(interval.contains(5.0 / 8))
        #expect(interval.lower < interval.upper)
        #expect(report.nab != nil)
        #expect(report.intervals[.nabBest(.standard)] == nil)
        #expect(report.intervals[.delayLimitedF1] == nil)
    }

    @Test func aSingleSeriesGivesNoInterval() throws {
        let file = FileHistory(
            path: "a", series: [Fixture.series([Fixture.span(150)])], windows: [Fixture.window(100, 200)])
        let report = try #require(ScoredReport(files: [file], bootstrap: bootstrap))
        #expect(report.intervals.isEmpty)
        #expect(report.events.f1 == 1)
    }
}
