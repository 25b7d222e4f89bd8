import LinearAlgebra
import Testing

/// How a season is drawn from slot to slot.
@Suite struct HoltWintersKernelSeasonTests {
    /// Four slots a day, 24 samples a day: the value is the hour.
    private func learnedRamp(days: Int) -> SeasonalLane {
        var lane = SeasonalLane(
            period: .day(slots: 4), gains: .init(level: 0, trend: 0, damping: 0, season: 0.1), warmUp: 1)
        for number in 0..<24 * days {
            let hour = number % 24
            lane.learn(Float(hour) + 0.5, slot: hour / 6, phase: Self.phase(ofHour: hour), interval: 1 / 24)
        }
        return lane
    }

    private static func phase(ofHour hour: Int) -> Float { (Float(hour % 6) + 0.5) / 6 }

    @Test(arguments: [2, 20]) func aRampIsForecastWithoutStairs(days: Int) {
        let lane = learnedRamp(days: days)
        // Between the middles of the first and the last slot; midnight is a jump, which no line follows.
        for hour in 3..<21 {
            let expected = lane.expected(slot: hour / 6, phase: Self.phase(ofHour: hour), interval: 1 / 24)
            // Stairs would be up to 2.5 off; that the newest sample of a slot counts most is a tenth of an hour.
            #expect(abs(expected - Float(hour) - 0.5) < 0.15, "hour \(hour)")
        }
    }

    @Test func twoSlotsMeetAtTheirBorder() {
        let lane = learnedRamp(days: 5)
        for slot in 0..<4 {
            let before = lane.expected(slot: slot, phase: 1, interval: 1 / 24)
            #expect(abs(before - lane.expected(slot: (slot + 1) % 4, phase: 0, interval: 1 / 24)) < 1e-4)
        }
    }

    @Test func aSampleOfASeriesSlowerThanTheSlotsStandsForItsSlot() {
        var lane = SeasonalLane(period: .day(slots: 4), warmUp: 0)
        for number in 0..<16 {
            lane.learn(Float(number % 4) * 10, slot: number % 4, phase: 0.9, interval: 0.25)
        }
        for slot in 0..<4 {
            for phase in [0, 0.5, 0.9] as [Float] {
                #expect(lane.expected(slot: slot, phase: phase, interval: 0.25) == Float(slot) * 10)
            }
            #expect(lane.expected(slot: slot, phase: 0.9, interval: 0.2) != Float(slot) * 10)
        }
    }

    @Test func nextToASlotThatWasNeverSeenItStandsAlone() {
        var lane = SeasonalLane(period: .day(slots: 4), warmUp: 0)
        func expected(_ phase: Float) -> Float { lane.expected(slot: 1, phase: phase, interval: 0.1) }
        lane.learn(10, slot: 1)
        lane.learn(50, slot: 3)
        for phase in [0, 0.5, 0.99] as [Float] { #expect(expected(phase) == 10) }
        lane.learn(30, slot: 2)
        for phase in [0, 0.5] as [Float] { #expect(expected(phase) == 10) }
        #expect(expected(0.75) == 15)
    }

    @Test func aClockOfFinerSlotsSaysTheSame() {
        let lane = learnedRamp(days: 3)
        for part in 0..<16 {
            for phase in [0, 0.25, 0.75] as [Float] {
                let fine = lane.expected(at: ClockPlace(slotsPerDay: 16, slot: part), phase: phase, interval: 1 / 24)
                let whole = (Float(part % 4) + phase) / 4
                #expect(fine == lane.expected(slot: part / 4, phase: whole, interval: 1 / 24))
            }
        }
    }

    @Test func sundayIsFollowedByMonday() {
        var lane = SeasonalLane(period: .week(slotsPerDay: 1), warmUp: 0)
        for day in 0..<8 { lane.learn(Float(day % 7) * 10, at: ClockPlace(slotsPerDay: 1, weekday: day % 7)) }
        func expected(_ day: Int, _ phase: Float) -> Float {
            lane.expected(at: ClockPlace(slotsPerDay: 1, weekday: day), phase: phase, interval: 0.25)
        }
        #expect(expected(6, 0.5) == 60)
        #expect(expected(6, 0.75) == 45)
        #expect(expected(0, 0) == 30)
        #expect(expected(0, 0.25) == 15)
        #expect(expected(0, 0.5) == 0)
    }

    @Test func aSlotLearnsTheMeanOfItsSamplesNotTheLineThroughThem() {
        let season = learnedRamp(days: 30).learned
        for slot in 0..<4 {
            let middle = season.lanes[0, 0] + season.season[slot, 0]
            #expect(abs(middle - 6 * Float(slot) - 3) < 0.1)
        }
    }
}
