import Samples
import Testing

@testable import Evaluation

@Suite struct EvaluationReportTests {
    private func report(_ files: [FileHistory], seed: UInt64 = 1) -> EvaluationReport {
        EvaluationReport(files: files, clock: .utc, seed: seed, resamples: 200)
    }

    @Test func withoutLabelsItIsQuiet() {
        let file = FileHistory(path: "a", series: [Fixture.series([Fixture.span(5)])])
        let report = report([file])
        #expect(report.scored == nil)
        #expect(report.intervals.isEmpty)
        #expect(report.figures == [.anomalies: 1, .anomaliesPerDay: 1, .anomaliesPerSeriesDay: 1])
    }

    @Test func withLabelsAndRowsEveryFigureIsThere() {
        var generator = SeededGenerator(seed: 5)
        let report = report(Fixture.randomFiles(8, using: &generator))
        #expect(Set(report.figures.keys) == Set(EvaluationFigure.allCases))
    }

    @Test func anomaliesOfUnlabelledFilesCountOnlyWhereNoLabelIsNeeded() {
        let labelled = FileHistory(path: "a", series: [Fixture.series([Fixture.span(5)])], windows: [])
        let other = FileHistory(path: "b", series: [Fixture.series([Fixture.span(5), Fixture.span(9)])])
        let figures = report([labelled, other]).figures
        #expect(figures[.anomalies] == 3)
        #expect(figures[.falseAnomalies] == 1)
    }

    @Test func theSameSeedGivesTheSameReport() {
        var generator = SeededGenerator(seed: 6)
        let files = Fixture.randomFiles(8, using: &generator)
        #expect(report(files) == report(files))
        #expect(report(files).figures == report(files, seed: 2).figures)
        #expect(report(files).intervals != report(files, seed: 2).intervals)
    }

    @Test func nothingIsNoTrouble() {
        #expect(report([]).figures == [.anomalies: 0])
    }
}
