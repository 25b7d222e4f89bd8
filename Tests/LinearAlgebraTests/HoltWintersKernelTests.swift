import LinearAlgebra
import Testing

@Suite struct HoltWintersKernelTests {
    private static let gains = HoltWintersKernel.Gains(level: 0.5, trend: 0.5, damping: 0.5, season: 0.5)

    @Test func aSlotOutsideTheDayIsABug() async {
        await #expect(processExitsWith: .failure) {
            var lane = SeasonalLane(period: .day(slots: 2), gains: Self.gains, warmUp: 1)
            lane.learn(1, at: ClockPlace(slotsPerDay: 2, slot: 2))
        }
    }

    @Test func onlyTheRowOfTheSlotIsTouched() {
        let kernel = SeasonalLane(period: .day(slots: 4), gains: Self.gains, warmUp: 1).kernel
        var learned = kernel.emptyState(columns: 3)
        let (halves, ones): ([Float], [Float]) = ([0.5, 0.5, 0.5], [1, 1, 1])
        kernel.learn(
            1..<3, at: ClockPlace(slotsPerDay: 4, slot: 2), values: [5, 6, 7], phases: halves, intervals: ones,
            weights: ones, learned: &learned)
        for slot in 0..<4 {
            #expect(learned.season[slot, 0].isNaN)
            for lane in 1..<3 { #expect(learned.season[slot, lane].isNaN == (slot != 2)) }
        }
        #expect(Array(learned.lanes.row(0)) == [0, 6, 7])
    }

    @Test func rebaseMovesTheLevelAndKeepsTheSeason() {
        var lane = SeasonalLane(period: .day(slots: 2), gains: Self.gains, warmUp: 1)
        for (slot, value) in [(0, Float(10)), (1, 14), (0, 12)] { lane.learn(value, slot: slot) }
        let before = lane.learned.season
        lane.kernel.rebase(0, to: 114, spread: 3, at: ClockPlace(slotsPerDay: 2, slot: 1), &lane.learned)
        #expect(lane.learned.lanes[0, 0] == 110)
        #expect(lane.learned.lanes[1, 0] == 0)
        #expect(lane.learned.lanes[2, 0] == 16)
        #expect(lane.learned.season == before)
    }

    @Test func aLaneThatIsNotReadyStartsAgainAtANewLevel() {
        var lane = SeasonalLane(period: .day(slots: 2), gains: Self.gains, warmUp: 1)
        let empty = lane.learned.lanes
        lane.learn(10, slot: 0)
        lane.kernel.rebase(0, to: 114, spread: 3, at: ClockPlace(slotsPerDay: 2, slot: 1), &lane.learned)
        #expect(lane.learned.lanes == empty)
        #expect(lane.learned.season.elements.allSatisfy { $0.isNaN })
    }

    @Test(arguments: [(Float(0.4), true), (0.5, false)])
    func whatTellsOfAnAnomalyIsNotTheFirstOfASeason(weight: Float, isLeftOut: Bool) {
        var lane = SeasonalLane(period: .day(slots: 2), gains: Self.gains, warmUp: 1)
        for (slot, weight) in [(0, Float(1)), (1, weight)] { lane.learn(10, slot: slot, weight: weight) }
        #expect(lane.learned.season[1, 0].isNaN == isLeftOut)
    }

    @Test func theGainsLieWhereTheySay() async {
        await #expect(processExitsWith: .failure) {
            _ = SeasonalLane(
                period: .day(slots: 2), gains: .init(level: 1, trend: 0, damping: 0, season: 0.5), warmUp: 1)
        }
        await #expect(processExitsWith: .failure) {
            _ = SeasonalLane(
                period: .day(slots: 2), gains: .init(level: 0, trend: 0, damping: 0, season: 0), warmUp: 1)
        }
    }

    /// First day 10, 14: level 10, season 0 and 4. Second day 12: error 2, season 0 + 2 / 2; then 16 against 14: season
    /// 4 + 2 / 2. Both errors are 2, and so is the scale.
    @Test func withoutALevelOnlyTheSeasonLearns() {
        var lane = SeasonalLane(period: .day(slots: 2), warmUp: 1)
        for (slot, value) in [(0, Float(10)), (1, 14), (0, 12), (1, 16)] { lane.learn(value, slot: slot) }
        #expect(lane.learned.lanes[0, 0] == 10)
        #expect(lane.learned.lanes[1, 0] == 0)
        #expect(lane.learned.lanes[2, 0] == 4)
        #expect(Array(lane.learned.season.elements) == [1, 5])
        #expect(lane.expected(slot: 0) == 11)
        #expect(lane.expected(slot: 1) == 15)
    }

    @Test func withoutALevelADayThatIsLowThroughoutStaysStrange() {
        var lane = SeasonalLane(period: .day(slots: 4), warmUp: 1)
        for number in 0..<20 { lane.learn(number.isMultiple(of: 8) ? 101 : 100, slot: number % 4) }
        for slot in 0..<4 {
            #expect(abs(lane.expected(slot: slot) - 100) < 1)
            lane.learn(50, slot: slot)
        }
        #expect(lane.learned.lanes[0, 0] == 101)
    }
}
