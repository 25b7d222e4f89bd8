import Samples
import Testing

@testable import Evaluation

@Suite struct EventUnitsTests {
    private let windows = [Fixture.window(100, 200), Fixture.window(300, 400)]

    private func file(_ path: String, _ series: [(String, [Int64])]) -> FileHistory {
        FileHistory(
            path: path,
            series: series.map { Fixture.series($0.0, $0.1.map { Fixture.span($0) }) }, windows: windows)
    }

    @Test func filesAreDrawnWithTheirWindows() {
        let units = EventUnits(files: [file("a", [("x", [110, 250])]), file("b", [("x", [320]), ("y", [310, 130])])])
        #expect(units.sharedWindows == nil)
        let score = units.score(drawn: [0, 2])
        #expect((score.windows, score.foundWindows) == (4, 4))
        #expect((score.anomalies, score.trueAnomalies) == (6, 6))
        #expect(score.seriesDays == 4)
        #expect(score.delays == [10, 10, 30, 30])
    }

    @Test func seriesOfASingleFileShareItsWindows() {
        let units = EventUnits(files: [file("a", [("x", [120, 250]), ("y", [110, 320]), ("z", [])])])
        #expect(units.sharedWindows == 2)
        #expect(units.score == EventScore(files: [file("a", [("x", [120, 250]), ("y", [110, 320]), ("z", [])])]))
        #expect(units.score.delays == [10, 20])
        let onlyFirst = units.score(drawn: [2, 0, 1])
        #expect((onlyFirst.windows, onlyFirst.foundWindows) == (2, 1))
        #expect((onlyFirst.anomalies, onlyFirst.falseAnomalies) == (4, 2))
        #expect(onlyFirst.delays == [20])
    }

    @Test func pairsByName() throws {
        let first = EventUnits(files: [file("a", [("x", [110])]), file("b", [("x", [320])])])
        let second = EventUnits(files: [
            file("b", [("x", [])]), file("c", [("x", [110])]), file("d", [("x", [330])]),
        ])
        let pair = try #require(EventUnits.paired(first, second))
        #expect(pair.first.units.map(\.name) == ["a", "b", "c", "d"])
        #expect(pair.second.units.map(\.name) == ["a", "b", "c", "d"])
        #expect(pair.first.score == first.score)
        #expect(pair.second.score == second.score)
        #expect(pair.second.units[0].counts.windows == 0)
    }

    @Test func equalUnitsArePairedAsTheyAre() throws {
        let units = EventUnits(files: [file("a", [("x", [110])]), file("a", [("x", [320])])])
        let pair = try #require(EventUnits.paired(units, units))
        #expect(pair == (units, units))
    }

    @Test func filesAndSeriesDoNotPair() {
        let one = EventUnits(files: [file("a", [("x", [110])])])
        let two = EventUnits(files: [file("a", [("x", [110])]), file("b", [("x", [])])])
        #expect(EventUnits.paired(one, two) == nil)
        #expect(EventUnits.paired(two, one) == nil)
    }
}
