import Evaluation
import Samples
import Testing

@testable import Tuning

@Suite struct HeldBackEffectTests {
    private let windows = MadeHistory.windows([10...20])

    private func outcome(_ opened: Int...) -> TrialOutcome {
        TrialOutcome(opened.map { MadeHistory.opening($0, $0, nil) }, days: 7, windows: windows)
    }

    private func effect(_ pairs: [(TrialOutcome, TrialOutcome)], seed: UInt64 = 1) -> HeldBackEffect {
        HeldBackEffect(
            pairs.enumerated().map { .init(unit: $0, present: $1.0, found: $1.1) }, kind: .file, policies: [.standard],
            objective: .f1(atMostFalsePerSeriesDay: nil), series: pairs.count, seed: seed)
    }

    @Test func aGainOnEveryMemberIsBeyondDoubt() throws {
        let rows = effect([(outcome(), outcome(12)), (outcome(30), outcome(12)), (outcome(40), outcome(13))]).rows
        let main = try #require(rows.first)
        #expect(main.figure == .f1)
        #expect(main.present.value == 0)
        #expect(main.found.value == 1)
        #expect(main.difference.value == 1)
        #expect(main.difference.interval == Interval(lower: 1, upper: 1))
    }

    @Test func aLossIsCalledOne() {
        #expect(effect([(outcome(12), outcome()), (outcome(12), outcome(30)), (outcome(13), outcome(40))]).isWorse)
        #expect(!effect([(outcome(12), outcome()), (outcome(12), outcome(12)), (outcome(), outcome(13))]).isWorse)
    }

    @Test func aGainOnOneMemberAloneIsNot() throws {
        let same = (outcome(30), outcome(30))
        let main = try #require(effect([same, same, same, same, (outcome(), outcome(12))]).rows.first)
        #expect(try #require(main.difference.value) > 0)
        #expect(try #require(main.difference.interval).lower == 0)
    }

    @Test func thePoliciesAreComparedOnTheSameDraws() throws {
        // One member is easy, one is hopeless: each figure varies widely, the difference not at all.
        let pairs = (0..<12).map { $0.isMultiple(of: 2) ? (outcome(12), outcome(12)) : (outcome(40), outcome(40)) }
        let main = try #require(effect(pairs).rows.first)
        #expect(try #require(main.present.interval).upper > 0.6)
        #expect(main.difference.interval == Interval(lower: 0, upper: 0))
    }

    @Test func theSeedDecides() {
        let pairs = (0..<9).map { ($0 < 4 ? outcome(12) : outcome(40, 50), $0 < 6 ? outcome(12) : outcome()) }
        #expect(effect(pairs) == effect(pairs))
        #expect(effect(pairs) != effect(pairs, seed: 2))
    }

    @Test func whatIsNotDefinedHasNoInterval() throws {
        let rows = effect([(outcome(), outcome(12)), (outcome(), outcome(12))]).rows
        let delay = try #require(rows.first { $0.figure == .medianDelay })
        #expect(delay.present.value == nil)
        #expect(delay.difference.value == nil)
        #expect(delay.found.value == 600)
    }

    @Test func whatIsNotDefinedKeepsNoLimit() {
        #expect(!Estimate().isAtMost(3))
        #expect(Estimate(value: 3).isAtMost(3))
        #expect(!Estimate(value: 3.1).isAtMost(3))
    }
}
