import Samples
import Testing

@testable import Detection

@Suite struct ChangeLeaseTests {
    private static func change(
        _ id: String = "a", at time: Int64 = 100, until: Int64? = nil, service: String? = nil, labels: Labels = .none
    ) -> Change {
        Change(
            id: id, time: EventTime(milliseconds: time), until: until.map { EventTime(milliseconds: $0) },
            service: service, what: "deployed", labels: labels)
    }

    private static func lease(
        _ id: String = "a", at time: Int64 = 100, until: Int64? = nil, service: String? = nil, labels: Labels = .none
    ) -> ChangeLease? {
        ChangeLease(
            change(id, at: time, until: until, service: service, labels: labels), lasting: .milliseconds(50))
    }

    @Test func lastsUntilItsEndOrForTheDefault() {
        #expect(Self.lease()?.range == 100..<150)
        #expect(Self.lease(until: 1000)?.range == 100..<1000)
        #expect(Self.lease(until: 120)?.range == 100..<120)
        #expect(Self.lease(until: 100) == nil, "over when it begins")
    }

    @Test(
        arguments: [
            (nil, [:], true), ("cart", [:], true), ("web", [:], false), (nil, ["region": "eu"], true),
            (nil, ["region": "us"], false), ("cart", ["region": "eu"], true), ("cart", ["region": "us"], false),
            ("web", ["region": "eu"], false), ("cart", ["zone": "1"], false),
        ] as [(String?, [String: String], Bool)])
    func selectsByServiceAndByAllLabels(service: String?, labels: [String: String], expected: Bool) {
        let key = SeriesKey("x", ["service": "cart", "region": "eu"])
        let lease = Self.lease(service: service, labels: Labels(labels))
        #expect(lease?.selects(key, service: "cart") == expected)
    }

    @Test func aLevelIsAcceptedAtTheEndButNotBeforeHalfTheLease() {
        #expect(Self.lease(until: 200)?.acceptance(ofOpening: 110) == 200)
        #expect(Self.lease(until: 200)?.acceptance(ofOpening: 199) == 249)
    }

    @Test func theSameIdReplaces() {
        var leases = ChangeLeases()
        let key = SeriesKey("x", [:])
        #expect(leases.take(Self.lease(until: 1000), id: "a") == nil)
        #expect(leases.take(Self.lease(until: 200), id: "a") == nil)
        #expect(leases.holding(for: key, at: 500, serviceLabels: []).isEmpty)
        #expect(leases.holding(for: key, at: 150, serviceLabels: []).map(\.id) == ["a"])
        #expect(leases.take(nil, id: "a") == nil)
        #expect(leases.holding(for: key, at: 150, serviceLabels: []).isEmpty)
    }

    @Test func ofTooManyTheOneThatIsOverFirstIsForgotten() {
        var leases = ChangeLeases()
        for number in 0..<ChangeLeases.limit {
            #expect(leases.take(Self.lease("\(number)", until: 2000 + Int64(number)), id: "\(number)") == nil)
        }
        #expect(leases.take(Self.lease("new", until: 5000), id: "new")?.id == "0")
        #expect(leases.take(Self.lease("short", until: 200), id: "short")?.id == "short")
        let left = leases.holding(for: SeriesKey("x", [:]), at: 150, serviceLabels: [])
        #expect(left.count == ChangeLeases.limit && left.last?.id == "new")
    }

    @Test func anAnomalyNamesTheNewestChanges() {
        var grant = ChangeGrant()
        for number in 0..<12 {
            if let lease = Self.lease("\(number)", at: Int64(number), until: 100) { grant.add(lease, opened: 50) }
        }
        #expect(grant.changes == (4..<12).reversed().map { "\($0)" })
        #expect(grant.acceptance == 100)
    }
}
