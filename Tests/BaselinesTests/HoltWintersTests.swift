import Baselines
import Foundation
import LinearAlgebra
import Samples
import Testing

@Suite struct HoltWintersTests {
    /// Two slots, every gain 1/2. First day 10, 14: level 10, season 0 and 4. Second day 12: error 2, level 11, trend 1/2,
    /// variance 4, season 1/2; then 16.25 against 11 + 1/4 + 4: error 1, level 11.75, trend 1/2, variance 2.5. Third day:
    /// 11.75 + 1/4 + 1/2.
    @Test func threeDaysAreAsWorkedByHand() throws {
        let shape = ModelShape(
            holtWinters: .init(level: 0.5, trend: 0.5, damping: 0.5, season: 0.5, slotsPerDay: 2), warmUp: 1)
        var (baseline, outputs) = (try Fixture.make("holt_winters", shape: shape), PassOutputs(capacity: 1))
        var told: [(expected: Float, scale: Float)] = []
        for (slot, value) in [(0, 10), (1, 14), (0, 12), (1, 16.25), (0, 12.5)] as [(Int, Float)] {
            // One sample a slot: at noon and at midnight.
            baseline.scoreAndLearn(Fixture.sample(value, 12 * slot, interval: 0.5), into: &outputs)
            told.append((outputs.expected[0], outputs.scale[0]))
        }
        for early in told[..<3] { #expect(early.expected.isNaN) }
        #expect(told[3] == (15.25, 2))
        #expect(told[4] == (12.5, Float(2.5).squareRoot()))
    }

    /// What a season costs: the error of the forecast in standard deviations of the noise.
    @Test(arguments: [(2, Float(1.5)), (3, 1.3), (8, 1.15)])
    func aDailyWaveIsKnownBetterFromDayToDay(day: Int, known: Float) throws {
        let (outputs, error) = try run(days: day) { slot, generator in
            100 + 30 * Float(sin(2 * .pi * Double(slot) / 144)) + generator.normal()
        }
        #expect(abs(error - known) < 0.03)
        let scale = outputs.scale.reduce(0, +) / 64
        #expect(scale > 0.95 * error && scale < 1.1 * error)
    }

    @Test func withoutADailyCycleItIsNearlyAsGoodAsEWMA() throws {
        let (_, error) = try run(days: 8) { _, generator in 5 + generator.normal() }
        let (_, other) = try run("ewma", days: 8) { _, generator in 5 + generator.normal() }
        #expect(error / other < 1.15)
    }

    @Test func anHourlySeriesUsesTwentyFourOfTheSlots() throws {
        var shape = Fixture.shape
        shape.holtWinters?.slotsPerDay = 144
        var (baseline, outputs) = (try Fixture.make("holt_winters", shape: shape), PassOutputs(capacity: 1))
        for hour in 0..<96 {
            let value = Float(hour % 24 < 12 ? 10 : 20)
            var inputs = Fixture.sample(value)
            inputs.place = ClockPlace(slotsPerDay: 144, slot: hour % 24 * 6)
            baseline.scoreAndLearn(inputs, into: &outputs)
            #expect(outputs.residual[0].isNaN == (hour < 34))
        }
        #expect(outputs.residual[0] == 0)
    }

    @Test func aSlotOfManySamplesLearnsTheirMean() throws {
        var (baseline, outputs) = (try Fixture.make("holt_winters"), PassOutputs(capacity: 1))
        // A minute of samples around 24 hourly levels, two to a slot on average off by -1 and +1.
        for number in 0..<24 * 60 * 2 {
            let slot = number / 60 % 24
            let value = Float(10 * slot) + (number.isMultiple(of: 2) ? -1 : 1)
            let inputs = Fixture.sample(
                value, number / 60, phase: (Float(number % 60) + 0.5) / 60, interval: 1 / 1_440)
            baseline.scoreAndLearn(inputs, into: &outputs)
            if number < 24 * 60 { #expect(outputs.residual[0].isNaN) }
            if number >= 24 * 60 + 70, slot > 0, slot < 23 { #expect(abs(outputs.residual[0]) < 4) }
        }
    }

    @Test func aSlotNewToTheSeriesIsLearnedBeforeItIsScored() throws {
        var (baseline, outputs) = (try Fixture.make("holt_winters"), PassOutputs(capacity: 1))
        for number in 0..<24 * 4 where number % 24 != 7 || number >= 48 {
            baseline.scoreAndLearn(Fixture.sample(Float(number % 24), number), into: &outputs)
            if number == 48 + 7 { #expect(outputs.residual[0].isNaN) }
            if number == 72 + 7 { #expect(abs(outputs.residual[0]) < 0.5) }
        }
    }

    @Test func aClockPutBackAnHourEndsNoDay() throws {
        var (baseline, outputs) = (try Fixture.make("holt_winters"), PassOutputs(capacity: 1))
        for slot in [0, 1, 2, 3, 2, 3, 4, 5] {
            baseline.scoreAndLearn(Fixture.sample(Float(slot), slot), into: &outputs)
            #expect(outputs.residual[0].isNaN)
        }
    }

    @Test func followsATrendUnderItsSeason() throws {
        var (baseline, outputs) = (try Fixture.make("holt_winters"), PassOutputs(capacity: 1))
        for number in 0..<24 * 20 {
            let value = 0.05 * Float(number) + (number % 24 < 8 ? 0 : 10)
            baseline.scoreAndLearn(Fixture.sample(value, number), into: &outputs)
        }
        // A level alone would lag by slope / gain = 1.
        #expect(abs(outputs.expected[0] - 0.05 * 479 - 10) < 0.9)
    }

    @Test func aDayThatIsLowThroughoutIsStrangeOnlyAtItsStart() throws {
        var (baseline, outputs) = (try Fixture.make("holt_winters"), PassOutputs(capacity: 1))
        for number in 0..<24 * 6 {
            let noise: Float = number.isMultiple(of: 5) ? 1 : -0.25
            let value = Float(number % 24) + noise - (number >= 24 * 5 ? 10 : 0)
            baseline.scoreAndLearn(Fixture.sample(value, number), into: &outputs)
            if number == 24 * 5 { #expect(outputs.residual[0] < -5) }
        }
        #expect(abs(outputs.residual[0]) < 2)
    }

    /// The last outputs of 64 series after so many days, and the root of the mean squared error of the last day.
    private func run(
        _ name: String = "holt_winters", days: Int, _ value: (Int, inout SeededGenerator) -> Float
    ) throws -> (PassOutputs, error: Float) {
        let shape = ModelShape(ewma: .init(), relativeFloor: 0)
        var block = try NoisyBlock(name, shape: shape, series: 64)
        for _ in 0..<days { block.day(slots: 144, value) }
        return (block.outputs, block.error)
    }
}
