import Baselines
import LinearAlgebra
import Samples
import Testing

/// What the tests of all baselines share: a small shape, and passes as rough as real ones.
enum Fixture {
    /// Warms up within a dozen passes; 24 slots a day, of which the week's season joins six to one.
    static let shape = ModelShape(
        ewma: ModelShape.EWMA(), holtWinters: ModelShape.HoltWinters(slotsPerDay: 24),
        dailySeason: ModelShape.Season(rate: 0.15, slotsPerDay: 24),
        weeklySeason: ModelShape.Season(rate: 0.25, slotsPerDay: 4),
        multiplicativeHoltWinters: ModelShape.HoltWinters(slotsPerDay: 24), firstDifference: ModelShape.RobustZScore(),
        seasonalShift: .level, warmUp: 10, relativeFloor: 0.001,
        absoluteFloor: 1e-6)

    /// The names of every baseline, as the arguments of a test.
    static let names = BaselineTable.all.map { $0.name }

    /// The baseline of that name, nothing learned.
    static func make(_ name: String, capacity: Int = 1, shape: ModelShape = shape) throws -> any Baseline {
        let type = try #require(BaselineTable.all.first { $0.name == name })
        let made = type.init(shape: shape, capacity: capacity)
        return try #require(made)
    }

    /// Pass number `number` over the whole block: daily waves, noise, gaps, outliers, infinities, weights of all kinds.
    static func roughPass(_ number: Int, capacity: Int, using generator: inout SeededGenerator) -> PassInputs {
        var inputs = PassInputs(capacity: capacity)
        inputs.place = place(of: number / 2)
        for index in 0..<capacity {
            let wave = Float((inputs.place.slot + index) % 24) * Float(index)
            let value: Float =
                switch Int.random(in: 0..<40, using: &generator) {
                case 0...3: .nan
                case 4: .infinity
                case 5: -Float.greatestFiniteMagnitude
                case 6: 1e6
                default: 100 + wave + generator.normal()
                }
            let weight: Float = [1, 1, 1, 0.25, 0][Int.random(in: 0..<5, using: &generator)]
            inputs.set(
                index, value: value, weight: weight, phase: Float.random(in: 0..<1, using: &generator),
                interval: index.isMultiple(of: 2) ? 1 / 24 : 1 / 48)
        }
        return inputs
    }

    /// One series that takes one value, in the hour of that number; it is hourly unless said otherwise.
    static func sample(
        _ value: Float, _ hour: Int = 0, weight: Float = 1, phase: Float = 0.5, interval: Float = 1 / 24
    ) -> PassInputs {
        var inputs = PassInputs(capacity: 1)
        inputs.set(0, value: value, weight: weight, phase: phase, interval: interval)
        inputs.place = place(of: hour)
        return inputs
    }

    /// Where in the week an hour lies that is counted from a Monday's midnight on.
    static func place(of hour: Int) -> ClockPlace {
        ClockPlace(slotsPerDay: 24, weekday: hour / 24 % 7, slot: hour % 24)
    }
}

extension PassOutputs {
    /// The bits of all columns in a range, so that NaN equals NaN.
    func bits(_ range: Range<Int>) -> [UInt32] {
        (expected[range] + scale[range] + residual[range]).map { $0.bitPattern }
    }
}
