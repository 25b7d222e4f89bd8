import LinearAlgebra
import Testing

@Suite struct HoltWintersKernelTests {
    private static let gains = HoltWintersKernel.Gains(level: 0.5, trend: 0.5, damping: 0.5, season: 0.5)
    private static let limits = KernelLimits(absoluteFloor: 1e-6, relativeFloor: 0, warmUp: 1)

    @Test func aSlotOutsideTheDayIsABug() async {
        await #expect(processExitsWith: .failure) {
            let kernel = HoltWintersKernel(gains: Self.gains, slots: 2, limits: Self.limits)
            var (state, season) = kernel.emptyState(columns: 1)
            kernel.learn(0..<1, slot: 2, values: [1], weights: [1], shares: [1], state: &state, season: &season)
        }
    }

    @Test func onlyTheRowOfTheSlotIsTouched() {
        let kernel = HoltWintersKernel(gains: Self.gains, slots: 4, limits: Self.limits)
        var (state, season) = kernel.emptyState(columns: 3)
        kernel.learn(
            1..<3, slot: 2, values: [5, 6, 7], weights: [1, 1, 1], shares: [1, 1, 1], state: &state, season: &season)
        for slot in 0..<4 {
            #expect(season[slot, 0].isNaN)
            for lane in 1..<3 { #expect(season[slot, lane].isNaN == (slot != 2)) }
        }
        #expect(Array(state.row(0)) == [0, 6, 7])
    }

    @Test func rebaseMovesTheLevelAndKeepsTheSeason() {
        let kernel = HoltWintersKernel(gains: Self.gains, slots: 2, limits: Self.limits)
        var (state, season) = kernel.emptyState(columns: 1)
        for (slot, value) in [(0, Float(10)), (1, 14), (0, 12)] {
            kernel.learn(
                0..<1, slot: slot, values: [value], weights: [1], shares: [1], state: &state, season: &season)
        }
        let before = season
        kernel.rebase(0, to: 114, spread: 3, slot: 1, state: &state, season: &season)
        #expect(state[0, 0] == 110)
        #expect(state[1, 0] == 0)
        #expect(state[2, 0] == 16)
        #expect(season == before)
    }

    @Test func aLaneThatIsNotReadyStartsAgainAtANewLevel() {
        let kernel = HoltWintersKernel(gains: Self.gains, slots: 2, limits: Self.limits)
        var (state, season) = kernel.emptyState(columns: 1)
        let empty = state
        kernel.learn(0..<1, slot: 0, values: [10], weights: [1], shares: [1], state: &state, season: &season)
        kernel.rebase(0, to: 114, spread: 3, slot: 1, state: &state, season: &season)
        #expect(state == empty)
        #expect(season[0, 0].isNaN && season[1, 0].isNaN)
    }

    @Test(arguments: [(Float(0.4), true), (0.5, false)])
    func whatTellsOfAnAnomalyIsNotTheFirstOfASeason(weight: Float, isLeftOut: Bool) {
        let kernel = HoltWintersKernel(gains: Self.gains, slots: 2, limits: Self.limits)
        var (state, season) = kernel.emptyState(columns: 1)
        for (slot, weight) in [(0, Float(1)), (1, weight)] {
            kernel.learn(
                0..<1, slot: slot, values: [10], weights: [weight], shares: [1], state: &state, season: &season)
        }
        #expect(season[1, 0].isNaN == isLeftOut)
    }
}
