import Baselines
import Foundation
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
            baseline.scoreAndLearn(Fixture.sample(value, slot: slot), into: &outputs)
            told.append((outputs.expected[0], outputs.scale[0]))
        }
        for early in told[..<3] { #expect(early.expected.isNaN) }
        #expect(told[3] == (15.25, 2))
        #expect(told[4] == (12.5, Float(2.5).squareRoot()))
    }

    @Test func aDailyWaveIsKnownOnTheThirdDay() throws {
        let (_, outputs, squares) = try run(days: 3, slots: 288) { slot, generator in
            100 + 30 * Float(sin(2 * .pi * Double(slot) / 288)) + generator.normal()
        }
        let scale = outputs.scale.reduce(0, +) / 64
        #expect(scale > 1 && scale < 1.3)
        #expect(squares.squareRoot() < 1.3)
    }

    @Test func withoutADailyCycleItIsNearlyAsGoodAsEWMA() throws {
        let (_, outputs, squares) = try run(days: 8, slots: 288) { _, generator in 5 + generator.normal() }
        let scale = outputs.scale.reduce(0, +) / 64
        #expect(abs(scale - 1) < 0.12)
        let (_, _, other) = try run("ewma", days: 8, slots: 288) { _, generator in 5 + generator.normal() }
        #expect((squares / other).squareRoot() < 1.1)
    }

    @Test func anHourlySeriesUsesTwentyFourOfTheSlots() throws {
        var shape = Fixture.shape
        shape.holtWinters?.slotsPerDay = 288
        var (baseline, outputs) = (try Fixture.make("holt_winters", shape: shape), PassOutputs(capacity: 1))
        for hour in 0..<96 {
            let value = Float(hour % 24 < 12 ? 10 : 20)
            baseline.scoreAndLearn(Fixture.sample(value, slot: hour % 24 * 12), into: &outputs)
            #expect(outputs.residual[0].isNaN == (hour < 34))
        }
        #expect(outputs.residual[0] == 0)
    }

    @Test func aSlotOfManySamplesLearnsTheirMean() throws {
        var (baseline, outputs) = (try Fixture.make("holt_winters"), PassOutputs(capacity: 1))
        // A minute of samples around 24 hourly levels, two to a slot on average off by -1 and +1.
        for number in 0..<24 * 60 * 2 {
            let slot = number / 60 % 24
            var inputs = Fixture.sample(Float(slot * slot) + (number.isMultiple(of: 2) ? -1 : 1), slot: slot)
            inputs.slotShares[0] = 1.0 / 60
            baseline.scoreAndLearn(inputs, into: &outputs)
            if number < 24 * 60 { #expect(outputs.residual[0].isNaN) }
            if number >= 24 * 60 + 10 { #expect(abs(outputs.residual[0]) < 2.5) }
        }
    }

    @Test func aSlotNewToTheSeriesIsLearnedBeforeItIsScored() throws {
        var (baseline, outputs) = (try Fixture.make("holt_winters"), PassOutputs(capacity: 1))
        for number in 0..<24 * 4 where number % 24 != 7 || number >= 48 {
            baseline.scoreAndLearn(Fixture.sample(Float(number % 24), slot: number % 24), into: &outputs)
            if number == 48 + 7 { #expect(outputs.residual[0].isNaN) }
            if number == 72 + 7 { #expect(abs(outputs.residual[0]) < 0.5) }
        }
    }

    @Test func aClockPutBackAnHourEndsNoDay() throws {
        var (baseline, outputs) = (try Fixture.make("holt_winters"), PassOutputs(capacity: 1))
        for slot in [0, 1, 2, 3, 2, 3, 4, 5] {
            baseline.scoreAndLearn(Fixture.sample(Float(slot), slot: slot), into: &outputs)
            #expect(outputs.residual[0].isNaN)
        }
    }

    @Test func followsATrendUnderItsSeason() throws {
        var (baseline, outputs) = (try Fixture.make("holt_winters"), PassOutputs(capacity: 1))
        for number in 0..<24 * 20 {
            let value = 0.05 * Float(number) + (number % 24 < 8 ? 0 : 10)
            baseline.scoreAndLearn(Fixture.sample(value, slot: number % 24), into: &outputs)
        }
        // A level alone would lag by slope / gain = 1.
        #expect(abs(outputs.expected[0] - 0.05 * 479 - 10) < 0.9)
    }

    /// 64 series over so many days; the mean squared error is that of the last day.
    private func run(
        _ name: String = "holt_winters", days: Int, slots: Int, _ value: (Int, inout SeededGenerator) -> Float
    ) throws -> (any Baseline, PassOutputs, squares: Float) {
        let shape = ModelShape(holtWinters: .init(slotsPerDay: slots), relativeFloor: 0)
        var (baseline, outputs) = (try Fixture.make(name, capacity: 64, shape: shape), PassOutputs(capacity: 64))
        var (generator, inputs) = (SeededGenerator(seed: 22), PassInputs(capacity: 64))
        var squares: Float = 0
        for number in 0..<days * slots {
            inputs.slot = number % slots
            for index in 0..<64 { inputs.set(index, value: value(inputs.slot, &generator)) }
            baseline.scoreAndLearn(inputs, into: &outputs)
            guard number >= (days - 1) * slots else { continue }
            for index in 0..<64 {
                let error = inputs.values[index] - outputs.expected[index]
                squares += error * error / Float(64 * slots)
            }
        }
        return (baseline, outputs, squares)
    }
}
