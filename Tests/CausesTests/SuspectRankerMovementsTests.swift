import Causes
import Samples
import Testing

@Suite struct SuspectRankerMovementsTests {
    /// What a burst of `yes` looks like on a machine.
    private static let burst = Fixture(movers: [
        Fixture.Mover(key: SeriesKey("host_cpu_usage_ratio", ["mode": "user"]), residual: 45),
        Fixture.Mover(key: SeriesKey("host_load1"), residual: 20),
        Fixture.Mover(key: SeriesKey("host_context_switches_per_second"), residual: 12),
        Fixture.Mover(key: SeriesKey("host_cpu_core_busy_ratio", ["core": "0"]), residual: 30),
        Fixture.Mover(key: SeriesKey("host_cpu_core_busy_ratio", ["core": "1"]), residual: 28),
        Fixture.Mover(key: Fixture.process("yes"), value: 1.0),
        Fixture.Mover(key: Fixture.process("sh"), value: 0.002),
        Fixture.Mover(key: Fixture.process("ps"), value: 0.002),
    ])

    @Test func theProcessThatCameWithTheBurstComesFirst() throws {
        let first = try #require(Self.burst.suspects().first)
        #expect(first.service == "yes")
        #expect(first.series == Fixture.process("yes"))
        #expect(first.evidence.contains { $0.kind == .newcomer && $0.value == 1 })
        #expect(first.evidence.contains { $0.kind == .share && $0.value > 0.99 })
        #expect(first.score <= 1)
    }

    @Test func whoTakesLittleIsNotNamedBeforeWhoTakesMuch() {
        let services = Self.burst.suspects().compactMap(\.service)
        #expect(services.first == "yes")
        #expect(Self.burst.suspects().count <= 5)
    }

    @Test func aKnownProcessThatJumpsComesFirstToo() {
        var fixture = Self.burst
        fixture.movers[5] = Fixture.Mover(key: Fixture.process("builder"), value: 3, residual: 60)
        #expect(fixture.suspects().first?.service == "builder")
    }

    @Test func whoMovedFirstComesBeforeWhoMovedLate() throws {
        let early = Fixture.Mover(key: SeriesKey("errors", ["service": "cart"]), from: 998, residual: 20)
        let late = Fixture.Mover(key: SeriesKey("errors", ["service": "web"]), from: 1003, residual: 20)
        let suspects = Fixture(
            movers: [late, early], configuration: CauseConfiguration(minimumScore: 0)
        ).suspects()
        #expect(suspects.map(\.service) == ["cart", "web"])
        #expect(suspects.first?.evidence.first { $0.kind == .lead }?.value == 2)
        #expect(suspects.last?.evidence.first { $0.kind == .lead }?.value == -3)
    }

    /// Its one sample of the minute is all that it can show for the whole of it.
    @Test func aSlowSeriesIsSeenFromAFastOne() throws {
        let slow = Fixture.Mover(
            key: SeriesKey("errors", ["service": "cart"]), from: 1000, until: 1000, every: 60, residual: 20)
        let first = try #require(Fixture(movers: [slow]).suspects().first)
        #expect(first.service == "cart")
        #expect(first.evidence.contains { $0.kind == .correlation && $0.value > 0.9 })
    }

    @Test func nothingStandsOutWhereNothingElseMoved() {
        #expect(Fixture().suspects().isEmpty)
        let before = Fixture.Mover(key: Fixture.process("old"), from: 900, until: 910, value: 4, residual: 50)
        #expect(Fixture(movers: [before]).suspects().isEmpty)
    }

    @Test func anAnomalyOfASeriesThatNeverMovedHasNoSuspects() {
        var ranker = SuspectRanker()
        #expect(ranker.suspects(for: Fixture.anomaly(Fixture.target), series: 9, interval: 0).isEmpty)
    }

    @Test func eachServiceIsNamedOnceByItsBestSeries() {
        let service: Labels = ["service": "cart"]
        let suspects = Fixture(movers: [
            Fixture.Mover(key: SeriesKey("latency", service), residual: 9),
            Fixture.Mover(key: SeriesKey("errors", service), residual: 90),
            Fixture.Mover(key: SeriesKey("queue", service), residual: 4),
        ]).suspects()
        #expect(suspects.map(\.service) == ["cart"])
        #expect(suspects.first?.series?.name == "errors")
    }

    @Test func sayingThatItIsTheSameService() {
        let labels: Labels = ["service": "web"]
        var fixture = Fixture(movers: [Fixture.Mover(key: SeriesKey("errors", labels), residual: 50)])
        fixture.targetKey = SeriesKey("latency", labels)
        #expect(fixture.suspects().first?.evidence.contains { $0.kind == .sameService } == true)
    }

    @Test func orderOfTellingDoesNotMatter() {
        let expected = Self.burst.suspects()
        #expect(Self.burst.suspects(told: Self.burst.movers.indices.reversed()) == expected)
        #expect(Self.burst.suspects(told: [3, 7, 1, 0, 5, 2, 6, 4]) == expected)
        #expect(Self.burst.suspects() == expected)
    }

    @Test func theBestAreOrderedAndOfTheWantedNumber() {
        var fixture = Self.burst
        fixture.configuration = CauseConfiguration(suspects: 2, minimumScore: 0)
        #expect(fixture.suspects().count == 2)
        fixture.configuration = CauseConfiguration(suspects: 50, minimumScore: 0)
        let scores = fixture.suspects().map(\.score)
        #expect(scores == scores.sorted(by: >))
        #expect(scores.allSatisfy { (0...1).contains($0) })
        fixture.configuration = CauseConfiguration(minimumScore: 1.1)
        #expect(fixture.suspects().isEmpty)
    }
}
