import Samples
import Testing

@testable import Evaluation

@Suite struct LoudSeriesTests {
    private func series(_ name: String, _ count: Int64) -> SeriesHistory {
        Fixture.series(name, (0..<count).map { Fixture.span($0 * 100) })
    }

    @Test func theLoudestComesFirstAndEquallyLoudOnesAsTheyWereMet() {
        let files = [
            FileHistory(path: "a", series: [series("x", 2), series("silent", 0), series("y", 5)]),
            FileHistory(path: "b", series: [series("x", 2), series("z", 1)]),
        ]
        let ranked = LoudSeries.ranked(in: files, limit: 3)
        #expect(ranked.map(\.path) == ["a", "a", "b"])
        #expect(ranked.map(\.series.name) == ["y", "x", "x"])
        #expect(ranked.map(\.anomalies) == [5, 2, 2])
        #expect(ranked.map(\.share) == [0.5, 0.2, 0.2])
        #expect(LoudSeries.ranked(in: files, limit: 100).count == 4)
    }

    @Test func nobodyIsLoudWhereAllAreSilent() {
        #expect(LoudSeries.ranked(in: [FileHistory(path: "a", series: [series("x", 0)])], limit: 3).isEmpty)
    }
}
