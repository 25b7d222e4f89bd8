import Baselines
import Foundation
import Samples
import Testing

@Suite struct DailySeasonTests {
    /// The error of the forecast in standard deviations of the noise.
    @Test(arguments: [(2, Float(1.42)), (3, 1.22), (8, 1.06)])
    func aDailyWaveIsKnownBetterFromDayToDay(day: Int, known: Float) throws {
        var block = try NoisyBlock("daily_season", series: 64)
        for _ in 0..<day { block.day(slots: 144, wave) }
        #expect(abs(block.error - known) < 0.03)
    }

    /// Where ``HoltWinters`` has followed the level, it still says how far the day is from others.
    @Test func aDayThatIsLowThroughoutStaysStrange() throws {
        var block = try NoisyBlock("daily_season", series: 64)
        for _ in 0..<7 { block.day(slots: 144, wave) }
        block.day(slots: 144) { slot, generator in wave(slot, &generator) - 5 }
        #expect(block.error > 4.5)
        // The scale goes with the errors: in scales the day is no longer strange.
        #expect(block.residual.mean > -2)
    }

    /// It has no level of its own: a lasting change is learned by the season, day by day, unless it is accepted.
    @Test func aNewLevelTakesDaysUnlessItIsAccepted() throws {
        var block = try NoisyBlock("daily_season", series: 64)
        for _ in 0..<7 { block.day(slots: 144, wave) }
        func higher(_ slot: Int, _ generator: inout SeededGenerator) -> Float { wave(slot, &generator) + 20 }
        var left = block
        for _ in 0..<3 { left.day(slots: 144, higher) }
        #expect(left.error > 5)
        block.rebase(to: wave(143) + 20, spread: 1)
        block.day(slots: 144, higher)
        #expect(block.error < 1.5)
    }

    /// The wave has a slope of 1.3 noises a slot: as stairs of an hour it would be off by four noises at their ends.
    @Test func coarseSlotsMakeNoStairs() throws {
        var shape = ModelShape(relativeFloor: 0)
        shape.dailySeason?.slotsPerDay = 24
        var block = try NoisyBlock("daily_season", shape: shape, series: 64)
        for _ in 0..<8 { block.day(slots: 144, wave) }
        #expect(block.error < 1.15)
    }

    @Test func weekendsAreNotKnown() throws {
        var block = try NoisyBlock("daily_season", series: 64)
        for day in 0..<12 { block.day(slots: 144) { _, generator in (day % 7 < 5 ? 50 : 20) + generator.normal() } }
        block.day(slots: 144) { _, generator in 20 + generator.normal() }
        #expect(block.error > 10)
    }

    private func wave(_ slot: Int) -> Float { 100 + 30 * Float(sin(2 * .pi * Double(slot) / 144)) }

    private func wave(_ slot: Int, _ generator: inout SeededGenerator) -> Float { wave(slot) + generator.normal() }
}
