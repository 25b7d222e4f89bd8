import Samples
import Testing

@testable import Evaluation

@Suite struct LocatedAnomalyTests {
    private let series = Fixture.series(
        to: 1000, [Fixture.span(100, opened: 110, closed: 160), Fixture.span(900, opened: 920)])

    @Test func lastsUntilItCloses() throws {
        let all = LocatedAnomaly.all(in: [FileHistory(path: "a", series: [series])])
        #expect(all.map(\.end) == [Fixture.time(160), Fixture.time(1000)])
        #expect(all.map(\.path) == ["a", "a"])
        #expect(all.map(\.series) == [SeriesKey("cpu"), SeriesKey("cpu")])
    }

    @Test func isLabelledWhereItOpens() {
        func labelled(_ windows: [LabelWindow]?) -> [Bool?] {
            LocatedAnomaly.all(in: [FileHistory(path: "a", series: [series], windows: windows)]).map(\.isLabelled)
        }
        #expect(labelled(nil) == [nil, nil])
        #expect(labelled([]) == [false, false])
        #expect(labelled([Fixture.window(110, 115), Fixture.window(900, 919)]) == [true, false])
    }
}
