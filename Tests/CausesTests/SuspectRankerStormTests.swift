import Causes
import Samples
import Testing

/// Many series that leave their normal at once.
@Suite struct SuspectRankerStormTests {
    private static let count: UInt32 = 60

    private static func key(_ number: UInt32) -> SeriesKey {
        SeriesKey(number % 2 == 0 ? "latency" : "cpu", ["service": "\(number / 3)", "host": "\(number)"])
    }

    private static func ranker() -> SuspectRanker {
        var ranker = SuspectRanker(CauseConfiguration(minimumScore: 0.01))
        for second in 990...1004 as ClosedRange<Int64> {
            for number in 0..<count { observe(number, second, by: &ranker) }
        }
        return ranker
    }

    private static func observe(_ number: UInt32, _ second: Int64, by ranker: inout SuspectRanker) {
        let size = Double((Int64(number) * 7 + second * 3) % 11 + 5)
        let residual = number % 9 == 0 ? nil : Float(size)
        let mover = Fixture.Mover(key: key(number), value: size, residual: residual)
        ranker.observe(Fixture.movement(number, second, mover), of: key(number))
    }

    private static func suspects(_ ranker: inout SuspectRanker, _ number: UInt32, interval: Int64 = 1000) -> [Suspect] {
        ranker.suspects(for: Fixture.anomaly(key(number)), series: number, interval: interval)
    }

    @Test func eachAnomalyIsRankedAsIfItWereTheOnlyOne() {
        let fresh = Self.ranker()
        var storm = fresh
        for number in 0..<Self.count {
            for interval in [1000, 500, 2000] as [Int64] {
                var alone = fresh
                let found = Self.suspects(&storm, number, interval: interval)
                #expect(found == Self.suspects(&alone, number, interval: interval))
                #expect(!found.contains { $0.series == Self.key(number) })
            }
        }
        #expect(!Self.suspects(&storm, 0).isEmpty)
    }

    @Test func moreMomentsThanAreKeptGiveTheSame() {
        var ranker = Self.ranker()
        let first = Self.suspects(&ranker, 1)
        for interval in 1001...1050 as ClosedRange<Int64> { _ = Self.suspects(&ranker, 1, interval: interval) }
        #expect(Self.suspects(&ranker, 1) == first)
    }

    @Test func whatMovesAfterALookIsSeenByTheNext() {
        var asked = Self.ranker()
        var silent = asked
        _ = Self.suspects(&asked, 1)
        let late = Fixture.Mover(key: SeriesKey("late", ["service": "late"]), residual: 90)
        for second in 1001...1004 as ClosedRange<Int64> {
            asked.observe(Fixture.movement(200, second, late), of: late.key)
            _ = Self.suspects(&asked, 1)
            silent.observe(Fixture.movement(200, second, late), of: late.key)
        }
        #expect(Self.suspects(&asked, 1) == Self.suspects(&silent, 1))
    }

    @Test func anotherConfigurationHoldsAtOnce() {
        var asked = Self.ranker()
        var silent = asked
        _ = Self.suspects(&asked, 1)
        for configuration in [
            CauseConfiguration(window: 10, minimumScore: 0), CauseConfiguration(serviceLabels: ["host"]),
        ] {
            asked.configuration = configuration
            silent.configuration = configuration
            #expect(Self.suspects(&asked, 1) == Self.suspects(&silent, 1))
        }
    }

    @Test func valuesAtTheEdgeOfWhatANumberHoldsAreRankedToo() {
        var ranker = Self.ranker()
        for number in [70, 71] as [UInt32] {
            for second in 1000...1004 as ClosedRange<Int64> {
                let mover = Fixture.Mover(key: Self.key(number), value: 1.7e308, residual: 50)
                ranker.observe(Fixture.movement(number, second, mover), of: Self.key(number))
            }
        }
        let found = Self.suspects(&ranker, 1)
        #expect(found.allSatisfy { (0...1).contains($0.score) })
    }
}
