import Samples
import Testing

@testable import Evaluation

@Suite struct FileHistoryTests {
    private func history(_ spans: [AnomalySpan] = [], last: Int64 = 86_400) -> FileHistory {
        FileHistory(path: "a", series: [Fixture.series("cpu", from: 0, to: last, spans)])
    }

    private let labels = FileLabels(windows: [Fixture.window(300, 400), Fixture.window(100, 200)])

    @Test func nothingIsCutOffAWholeFile() {
        var file = history(last: 150)
        file.label(labels)
        #expect(file.windows == [Fixture.window(100, 200), Fixture.window(300, 400)])
        #expect(file.evaluateFrom == nil)
        file.label(nil)
        #expect(file.windows == nil)
    }

    /// What lies behind the point that a replay reached is not missed.
    @Test func windowsEndWhereTheReplayDid() {
        var file = history(last: 150)
        file.label(labels, isWhole: false)
        #expect(file.windows == [Fixture.window(100, 150)])
        var unread = FileHistory(path: "b", series: [])
        unread.label(labels, isWhole: false)
        #expect(unread.windows == nil)
        unread.label(labels)
        #expect(unread.windows?.count == 2, "an empty file that was read misses what it should have had")
    }

    @Test func whatComesBeforeTheLabelsDoesNotCount() {
        var file = history([Fixture.span(120), Fixture.span(180), Fixture.span(350), Fixture.span(500)], last: 1000)
        var late = labels
        late.evaluateFrom = Fixture.time(150)
        file.label(late)
        #expect(file.windows == [Fixture.window(150, 200), Fixture.window(300, 400)])
        #expect(file.series[0].anomalies.map { file.isLabelled($0) } == [nil, true, true, false])
        let counts = file.counts(of: file.series[0])
        #expect((counts.anomalies, counts.trueAnomalies) == (3, 2))
        #expect(counts.earliest == [30, 50])
        #expect(counts.days == 850.0 / 86_400)
        let whole = EventScore(files: [file])
        #expect((whole.anomalies, whole.windows, whole.foundWindows) == (3, 2, 2))
    }

    @Test func nothingIsLeftWhereLabelsBeginBehindTheEnd() {
        var file = history([Fixture.span(120)], last: 1000)
        var late = labels
        late.evaluateFrom = Fixture.time(2000)
        file.label(late)
        #expect(file.windows == [])
        #expect(file.counts(of: file.series[0]).days == 0)
        #expect(file.counts(of: file.series[0]).anomalies == 0)
    }

    /// Two files that share a moment: an anomaly of it belongs to the later one, and only to that.
    @Test func anomaliesArePlacedOnce() {
        let files = [
            FileHistory(path: "1", series: [Fixture.series("cpu", from: 0, to: 100)]),
            FileHistory(path: "2", series: [Fixture.series("cpu", from: 100, to: 200)]),
        ].placing([SeriesKey("cpu"): [50, 100, 150].map { Fixture.span($0) }])
        #expect(files.map { $0.series[0].anomalies.map(\.id) } == [["50"], ["100", "150"]])
    }
}
