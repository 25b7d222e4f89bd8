import Causes
import Samples
import Testing

@Suite struct SuspectRankerChangesTests {
    private static let web = SeriesKey("latency_seconds", ["service": "web", "zone": "a"])

    private func suspects(_ changes: Change...) -> [Suspect] {
        var fixture = Fixture(changes: changes)
        fixture.targetKey = Self.web
        return fixture.suspects()
    }

    private func change(_ id: String, at second: Int64, service: String? = "web", labels: Labels = .none) -> Change {
        Change(id: id, time: EventTime(seconds: second), service: service, what: "web 2.0 went out", labels: labels)
    }

    @Test func oneJustBeforeOnTheSameServiceIsSuspected() throws {
        let suspect = try #require(suspects(change("deploy", at: 970)).first)
        #expect(suspect.change == "deploy")
        #expect(suspect.series == nil)
        #expect(suspect.score > 0.9)
        #expect(suspect.evidence.first == Evidence(.change, 30, "web 2.0 went out, 30.0 s before the onset"))
        #expect(suspect.evidence.contains { $0.kind == .sameService })
    }

    @Test func oneLongBeforeOrAfterIsNot() {
        #expect(suspects(change("old", at: 1000 - 3600)).isEmpty)
        #expect(suspects(change("later", at: 1002)).isEmpty)
        #expect(suspects(change("at once", at: 1001)).map(\.change) == ["at once"])
    }

    @Test func oneOfAnotherServiceIsNotNamed() {
        #expect(suspects(change("other", at: 970, service: "cart")).isEmpty)
    }

    @Test func theCloserToTheSeriesTheHigher() {
        let ranked = suspects(
            change("everywhere", at: 970, service: nil), change("zone", at: 970, service: nil, labels: ["zone": "a"]),
            change("service", at: 970), change("other zone", at: 970, service: nil, labels: ["zone": "b"]))
        #expect(ranked.map(\.change) == ["service", "zone", "everywhere"])
    }

    @Test(arguments: [(900, false), (1000, true), (5000, true)])
    func oneThatIsStillUnderWayIsSuspected(until: Int64, isNamed: Bool) {
        var maintenance = change("maintenance", at: 1000 - 7200)
        maintenance.until = EventTime(seconds: until)
        #expect(suspects(maintenance).map(\.change) == (isNamed ? ["maintenance"] : []))
    }

    @Test func theOneThatIsOverFirstIsForgottenFirst() {
        var ranker = SuspectRanker(CauseConfiguration(suspects: 5000))
        ranker.observe(
            Fixture.movement(0, 1004, Fixture.Mover(key: Self.web, residual: 40)), of: Self.web)
        ranker.observe(change("recent", at: 990))
        for number in 0..<1500 { ranker.observe(change("\(number)", at: 100)) }
        let found = ranker.suspects(for: Fixture.anomaly(Self.web), series: 0, interval: 1000)
        #expect(found.map(\.change) == ["recent"])
    }

    @Test func sendingTheSameIdAgainReplaces() {
        #expect(suspects(change("one", at: 970), change("one", at: 100)).isEmpty)
    }

    @Test func soManyChangesAreRememberedAndNoMore() {
        var ranker = SuspectRanker(CauseConfiguration(suspects: 5000))
        ranker.observe(
            Fixture.movement(0, 1004, Fixture.Mover(key: Self.web, residual: 40)), of: Self.web)
        for number in 0..<1500 { ranker.observe(change("\(number)", at: 990)) }
        let found = ranker.suspects(for: Fixture.anomaly(Self.web), series: 0, interval: 1000)
        #expect(found.count == 1000)
        #expect(!found.contains { $0.change == "499" })
        #expect(found.contains { $0.change == "500" })
    }
}
