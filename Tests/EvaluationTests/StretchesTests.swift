import Samples
import Testing

@testable import Evaluation

@Suite struct StretchesTests {
    private func located(_ spans: [AnomalySpan]) -> [LocatedAnomaly] {
        LocatedAnomaly.all(in: [FileHistory(path: "a", series: [Fixture.series(spans)])])
    }

    private func first(of spans: [(Int64, Int64)], overlapping other: (Int64, Int64)) -> String? {
        let stretches = Stretches(located(spans.map { Fixture.span($0.0, closed: $0.1) }))
        return located([Fixture.span(other.0, closed: other.1)]).first.flatMap(stretches.first)?.span.id
    }

    @Test func oneSharedInstantIsEnough() {
        #expect(first(of: [(10, 20)], overlapping: (20, 30)) == "10")
        #expect(first(of: [(10, 20)], overlapping: (5, 10)) == "10")
        #expect(first(of: [(10, 20)], overlapping: (12, 13)) == "10")
        #expect(first(of: [(10, 20)], overlapping: (0, 99)) == "10")
        #expect(first(of: [(10, 20)], overlapping: (21, 30)) == nil)
        #expect(first(of: [(10, 20)], overlapping: (0, 9)) == nil)
        #expect(first(of: [], overlapping: (0, 9)) == nil)
    }

    @Test func theEarliestIsFoundBehindAndWithinOthers() {
        #expect(first(of: [(10, 20), (30, 40), (50, 60)], overlapping: (25, 55)) == "30")
        #expect(first(of: [(10, 90), (20, 30), (40, 45)], overlapping: (50, 60)) == "10")
        #expect(first(of: [(40, 45), (20, 30)], overlapping: (31, 41)) == "40")
    }

    @Test func anOpenOneReachesToTheEndOfItsSeries() {
        let stretches = Stretches(located([Fixture.span(100)]))
        #expect(located([Fixture.span(80_000, closed: 80_010)]).first.flatMap(stretches.first) != nil)
    }

    @Test(arguments: UInt64(0)..<100)
    func findsWhatLookingAtAllFinds(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        func random() -> [LocatedAnomaly] {
            LocatedAnomaly.all(in: [Fixture.randomFile("a", using: &generator)])
        }
        let (all, others) = (random(), random())
        let stretches = Stretches(all)
        for other in others {
            let overlapping = all.filter { $0.span.onset <= other.end && other.span.onset <= $0.end }
            let earliest = overlapping.map(\.span.onset).min()
            #expect(stretches.first(overlapping: other)?.span.onset == earliest)
        }
    }
}
