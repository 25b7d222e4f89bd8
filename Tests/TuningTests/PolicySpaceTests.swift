import Samples
import Testing

@testable import Tuning

@Suite struct PolicySpaceTests {
    @Test(arguments: [
        Policy.standard,
        Policy(minimumRelativeDeviation: 0.123, openAt: 8.25, openAfter: 9, closeAfter: 77, acceptAfter: .seconds(90)),
        Policy(enabled: false, direction: .above, minimumDeviation: 3, openAt: 1, warningAt: 0.1, criticalAt: 0.2),
    ])
    func thePresentPolicyIsAPointOfItsOwnSpace(_ policy: Policy) {
        let space = PolicySpace(around: policy)
        #expect(space.policy(at: space.present) == policy)
        #expect(space.start(count: 20, seed: 1).first == space.present)
    }

    @Test func whatIsNotSearchedStays() {
        let policy = Policy(direction: .below, minimumDeviation: 2, warningAt: 0.3, criticalAt: 0.4)
        let space = PolicySpace(around: policy)
        for point in space.start(count: 30, seed: 2) {
            let other = space.policy(at: point)
            #expect(other.direction == .below)
            #expect(other.minimumDeviation == 2)
            #expect((other.warningAt, other.criticalAt) == (0.3, 0.4))
            #expect(other.enabled)
        }
    }

    @Test func everyLevelIsOneThatSettingsTake() {
        let space = PolicySpace(around: .standard, includesDirection: true)
        for point in space.start(count: 400, seed: 3) {
            let policy = space.policy(at: point)
            #expect((.seconds(3600) ... .seconds(3_600_000_000)).contains(policy.falseAlarmEvery))
            #expect(policy.openAt == nil)
            #expect((1...5).contains(policy.openAfter))
            #expect((1...30).contains(policy.closeAfter))
            #expect((0...0.5).contains(policy.minimumRelativeDeviation))
            #expect((.seconds(1800) ... .seconds(86_400)).contains(policy.acceptAfter))
        }
    }

    @Test func directionIsSearchedOnlyWhenAsked() {
        #expect(!PolicySpace(around: .standard).axes.contains { $0.key == "direction" })
        let space = PolicySpace(around: .standard, includesDirection: true)
        #expect(Set(space.start(count: 40, seed: 1).map { space.policy(at: $0).direction }) == Set(Direction.allCases))
        #expect(
            PolicySpace(around: Policy(direction: .above), includesDirection: true).mostSensitive.direction == .both)
        #expect(PolicySpace(around: Policy(direction: .above)).mostSensitive.direction == .above)
    }

    @Test func pointsFillEveryAxisAndNoneComesTwice() {
        let space = PolicySpace(around: .standard)
        let points = space.start(count: 60, seed: 9)
        #expect(points.count == 60)
        #expect(Set(points).count == 60)
        for (place, axis) in space.axes.enumerated() {
            let levels = Set(points.dropFirst(8).map { $0.levels[place] })
            #expect(Double(levels.count) > 0.8 * Double(axis.count))
            #expect(levels.allSatisfy { (0..<axis.count).contains($0) })
        }
    }

    @Test func theSeedDecides() {
        let space = PolicySpace(around: .standard)
        #expect(space.start(count: 20, seed: 1) == space.start(count: 20, seed: 1))
        #expect(space.start(count: 20, seed: 1) != space.start(count: 20, seed: 2))
        #expect(space.start(count: 1, seed: 1) == [space.present])
        #expect(space.start(count: 3, seed: 1).count == 3)
    }

    @Test func someDifferInTheFirstAxisAlone() {
        let space = PolicySpace(around: .standard)
        let single = space.start(count: 21, seed: 1).dropFirst()
            .filter { $0.levels.dropFirst() == space.present.levels.dropFirst() }
        #expect(single.count >= 6)
        #expect(Set(single.map { $0.levels[0] }).isSuperset(of: [0, space.axes[0].count - 1]))
    }

    @Test func neighboursStayInside() {
        let space = PolicySpace(around: .standard)
        var corner = space.present
        corner.levels[1] = 0
        #expect(space.neighbours(of: corner, axis: 1, step: 2).map { $0.levels[1] } == [2])
        #expect(space.neighbours(of: corner, axis: 1, step: 9).isEmpty)
    }

    @Test func whoAsksForLessIsMoreSensitive() {
        let space = PolicySpace(around: .standard)
        var point = PolicyPoint(levels: space.axes.map { _ in 0 })
        #expect(space.sensitivity(of: point) == 0)
        for (axis, matters) in [(0, true), (1, true), (2, true), (3, false), (4, false)] {
            let before = space.sensitivity(of: point)
            point.levels[axis] = space.axes[axis].count - 1
            #expect((space.sensitivity(of: point) < before) == matters)
        }
        #expect(space.sensitivity(of: point) == -1)
    }

    @Test func theMostSensitivePolicyAsksForTheLeast() {
        let policy = PolicySpace(around: Policy(minimumRelativeDeviation: 0.2, openAt: 12, openAfter: 3)).mostSensitive
        #expect((policy.openAt, policy.openAfter, policy.minimumRelativeDeviation) == (3, 1, 0))
        #expect(PolicySpace(around: Policy(openAt: 2)).mostSensitive.openAt == 2)
        #expect(PolicySpace(around: .standard).mostSensitive.falseAlarmEvery == .seconds(3600))
        #expect(PolicySpace(around: .standard).mostSensitive.openAt == nil)
    }
}
