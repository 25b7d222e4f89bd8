import Foundation
import Samples
import Testing

@testable import Tuning

@Suite struct PolicySearchTests {
    private let space = PolicySpace(around: .standard)

    /// Runs a search against a merit that is known; tells all points in the order in which they were asked for.
    private func run(_ search: inout PolicySearch, _ merit: (Policy) -> Merit) -> [PolicyPoint] {
        var all: [PolicyPoint] = []
        while true {
            let points = search.propose()
            if points.isEmpty { return all }
            for point in points { search.learn(point, merit(space.policy(at: point))) }
            all += points
        }
    }

    private func bowl(_ policy: Policy) -> Merit {
        let hours = Double(policy.falseAlarmEvery.wholeMilliseconds) / 3_600_000
        let distance =
            2 * abs(log10(hours) - 4) + Double(abs(policy.openAfter - 3)) + Double(abs(policy.closeAfter - 12)) / 3
            + policy.minimumRelativeDeviation * 10
        return Merit(overshoot: 0, value: -distance)
    }

    @Test func asksForThePresentPolicyFirstAndAlone() {
        var search = PolicySearch(space, budget: 40, seed: 1)
        #expect(search.propose() == [space.present])
    }

    @Test(arguments: [1, 2, 3, 10, 40, 200])
    func neverAsksTwiceNorBeyondTheBudget(_ budget: Int) {
        var search = PolicySearch(space, budget: budget, seed: 1)
        let points = run(&search, bowl)
        #expect(points.count <= budget)
        #expect(Set(points).count == points.count)
        #expect(search.askedCount == points.count)
        #expect(points.first == space.present)
        #expect(search.propose().isEmpty)
    }

    @Test(arguments: 0..<10)
    func comesCloseToTheBest(_ seed: Int) throws {
        var search = PolicySearch(space, budget: 60, seed: UInt64(seed))
        _ = run(&search, bowl)
        let best = space.policy(at: try #require(search.best).point)
        #expect((.seconds(1000 * 3600) ... .seconds(100_000 * 3600)).contains(best.falseAlarmEvery))
        #expect((2...4).contains(best.openAfter))
        #expect(best.minimumRelativeDeviation <= 0.1)
    }

    @Test func thePresentPolicyYieldsOnlyToAGain() throws {
        var search = PolicySearch(space, budget: 40, seed: 1)
        let points = run(&search) { _ in Merit(overshoot: 0, value: 0.5) }
        #expect(try #require(search.best).point == space.present)
        #expect(points.count <= 40)
    }

    @Test func endsWhenNothingIsLeftToTry() {
        var search = PolicySearch(space, budget: 100_000, seed: 1)
        // The start alone would fill the space: what matters is that it comes to an end.
        #expect(run(&search, bowl).count <= 100_000)
    }

    @Test func pointsThatAreNeverToldAreNotTheBest() throws {
        var search = PolicySearch(space, budget: 20, seed: 1)
        _ = search.propose()
        #expect(search.best == nil)
        search.learn(space.present, Merit(overshoot: 0, value: 0))
        while !search.propose().isEmpty {}
        #expect(try #require(search.best).point == space.present)
    }

    @Test func withoutAnyAnswerItEnds() {
        var search = PolicySearch(space, budget: 40, seed: 1)
        var asked = 0
        while true {
            let points = search.propose()
            if points.isEmpty { break }
            asked += points.count
        }
        #expect(asked == 20)
    }
}
