import Samples
import Testing

@testable import Evaluation

@Suite struct EventScoreTests {
    private let windows = [Fixture.window(1000, 2000), Fixture.window(5000, 6000), Fixture.window(9000, 9500)]

    private func file(_ series: [SeriesHistory], _ windows: [LabelWindow]?, path: String = "a") -> FileHistory {
        FileHistory(path: path, series: series, windows: windows)
    }

    // Two series over two days each. True: 1100, 1500 and 2000 in the first window, 5000 in the second; false: 7000,
    // and 8999 one second before the third. Delays: 1100 - 1000 = 100 and 5000 - 5000 = 0.
    @Test func countsAnomaliesAndWindowsOnce() throws {
        let score = EventScore(files: [
            file(
                [
                    Fixture.series("cpu", to: 172_800, [1500, 2000, 7000].map { Fixture.span($0) }),
                    Fixture.series("memory", to: 172_800, [1100, 5000, 8999].map { Fixture.span($0) }),
                ], windows)
        ])
        #expect(score.windows == 3)
        #expect(score.foundWindows == 2)
        #expect((score.anomalies, score.trueAnomalies, score.falseAnomalies) == (6, 4, 2))
        #expect(score.precision == 4.0 / 6)
        #expect(score.recall == 2.0 / 3)
        #expect(abs(try #require(score.f1) - 2.0 / 3) < 1e-12)
        #expect(score.falseAlarmsPerSeriesDay == 2.0 / 4)
        #expect(score.falseAlarmShare == 2.0 / 6)
        #expect(score.delays == [0, 100])
        #expect(score.medianDelay == 50)
        #expect(score.p90Delay == 90)
    }

    @Test func theOpeningCountsNotTheStretch() {
        let early = Fixture.span(500, opened: 900, closed: 1900)
        let late = Fixture.span(4000, opened: 5500, closed: 7000)
        let score = EventScore(files: [file([Fixture.series([early, late])], windows)])
        #expect((score.trueAnomalies, score.falseAnomalies) == (1, 1))
        #expect(score.delays == [500])
    }

    @Test func windowsThatOverlapAreBothFound() {
        let windows = [Fixture.window(100, 300), Fixture.window(200, 400)]
        let score = EventScore(files: [file([Fixture.series([Fixture.span(250)])], windows)])
        #expect(score.trueAnomalies == 1)
        #expect(score.delays == [50, 150])
    }

    @Test func windowsOfAnotherFileAreNoExcuse() {
        let score = EventScore(files: [
            file([Fixture.series([Fixture.span(1500)])], [], path: "a"), file([Fixture.series()], windows, path: "b"),
        ])
        #expect((score.falseAnomalies, score.foundWindows, score.windows) == (1, 0, 3))
        #expect(score.f1 == 0)
    }

    @Test func filesOfWhichTheLabelsDoNotSpeakDoNotCount() {
        let labelled = file([Fixture.series([Fixture.span(1500)])], windows, path: "a")
        let other = file([Fixture.series([Fixture.span(1500), Fixture.span(3000)])], nil, path: "b")
        #expect(EventScore(files: [labelled, other]) == EventScore(files: [labelled]))
    }

    @Test func withoutAWindowEverythingIsFalse() {
        let score = EventScore(files: [file([Fixture.series([Fixture.span(1), Fixture.span(2)])], [])])
        #expect(score.precision == 0)
        #expect(score.recall == nil)
        #expect(score.f1 == nil)
        #expect(score.falseAlarmShare == 1)
        #expect(score.falseAlarmsPerSeriesDay == 2)
        #expect(score.medianDelay == nil)
    }

    @Test func silenceFindsNothingAndIsNoWayAroundF1() {
        let score = EventScore(files: [file([Fixture.series()], windows)])
        #expect(score.precision == nil)
        #expect(score.recall == 0)
        #expect(score.f1 == 0)
        #expect(score.falseAlarmShare == nil)
        #expect(score.falseAlarmsPerSeriesDay == 0)
    }

    @Test func ofNoFileNothingIsDefined() {
        let score = EventScore(files: [])
        #expect(score == EventScore([(counts: EventCounts, times: Int)]()))
        #expect(score.rates.isEmpty)
    }

    @Test func aSeriesOfOneSampleHasNoRate() {
        let score = EventScore(files: [file([Fixture.series(from: 5, to: 5, [Fixture.span(5)])], [])])
        #expect(score.falseAlarmsPerSeriesDay == nil)
    }

    @Test(arguments: UInt64(0)..<50)
    func partsAddUpToTheWhole(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let files = Fixture.randomFiles(6, using: &generator).shuffled(using: &generator)
        let cut = Int.random(in: 0...6, using: &generator)
        let whole = EventScore(files: files)
        let parts = [EventScore(files: Array(files[..<cut])), EventScore(files: Array(files[cut...]))]
        #expect(parts.reduce(0) { $0 + $1.windows } == whole.windows)
        #expect(parts.reduce(0) { $0 + $1.anomalies } == whole.anomalies)
        #expect(parts.reduce(0) { $0 + $1.trueAnomalies } == whole.trueAnomalies)
        #expect(abs(parts.reduce(0) { $0 + $1.seriesDays } - whole.seriesDays) < 1e-9)
        #expect(parts.flatMap(\.delays).sorted() == whole.delays)
    }
}
