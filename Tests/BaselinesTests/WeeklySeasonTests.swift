import Baselines
import Foundation
import Samples
import Testing

@Suite struct WeeklySeasonTests {
    @Test func weekendsAreKnownFromTheSecondWeekOn() throws {
        var block = try NoisyBlock("weekly_season", series: 64)
        for day in 0..<14 {
            block.day(slots: 144) { _, generator in week(day, &generator) }
            #expect(block.outputs.expected[0].isNaN == (day < 7))
            // Friday ends and Monday begins in the middle between work and rest; the other days are flat.
            if day >= 8, [1, 2, 3].contains(day % 7) { #expect(block.error < 1.15) }
        }
        #expect(block.expected.mean < 40)
    }

    @Test func aSundayLikeAWorkdayIsStrange() throws {
        var block = try NoisyBlock("weekly_season", series: 64)
        for day in 0..<20 { block.day(slots: 144) { _, generator in week(day, &generator) } }
        block.day(slots: 144) { slot, generator in 50 + generator.normal() }
        #expect(block.error > 20)
    }

    /// Slots of an hour, the value drawn between their middles.
    @Test func aDailyWaveIsNoStairs() throws {
        var block = try NoisyBlock("weekly_season", series: 64)
        for _ in 0..<15 {
            block.day(slots: 144) { slot, generator in
                100 + 30 * Float(sin(2 * .pi * Double(slot) / 144)) + generator.normal()
            }
        }
        #expect(block.error < 1.1)
    }

    private func week(_ day: Int, _ generator: inout SeededGenerator) -> Float {
        (day % 7 < 5 ? 50 : 20) + generator.normal()
    }
}
