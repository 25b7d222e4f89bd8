import Baselines
import LinearAlgebra
import Samples

/// So many series of the same kind and different noise, and the baseline that follows them.
struct NoisyBlock {
    /// Of the newest sample of each.
    private(set) var outputs: PassOutputs
    /// The root of the mean squared distance of the samples of the newest day from what was expected, where anything was.
    private(set) var error: Float = 0
    /// Of all series.
    private(set) var baseline: any Baseline

    private let series: Int
    private var generator = SeededGenerator(seed: 22)
    private var inputs: PassInputs
    private var days = 0

    init(_ name: String, shape: ModelShape = ModelShape(relativeFloor: 0), series: Int = 256) throws {
        baseline = try Fixture.make(name, capacity: series, shape: shape)
        (outputs, inputs) = (PassOutputs(capacity: series), PassInputs(capacity: series))
        self.series = series
    }

    /// So many samples of each series, without regard to the clock.
    mutating func learn(_ samples: Int, _ value: (Int, inout SeededGenerator) -> Float) {
        for number in 0..<samples { step(number, interval: 0, value) }
    }

    /// One sample of each series in each slot of the next day of the week.
    mutating func day(slots: Int, _ value: (Int, inout SeededGenerator) -> Float) {
        var (squares, forecasts): (Float, Float) = (0, 0)
        for slot in 0..<slots {
            inputs.place = ClockPlace(slotsPerDay: slots, weekday: days % 7, slot: slot)
            step(slot, interval: 1 / Float(slots), value)
            for index in 0..<series where outputs.expected[index].isFinite {
                let distance = inputs.values[index] - outputs.expected[index]
                squares += distance * distance
                forecasts += 1
            }
        }
        error = (squares / forecasts).squareRoot()
        days += 1
    }

    /// Accepts that every series moved.
    mutating func rebase(to level: Float, spread: Float) {
        for index in 0..<series { baseline.rebase(index, to: level, spread: spread, at: inputs.place) }
    }

    /// Of all series, mean and standard deviation.
    var residual: (mean: Float, deviation: Float) { moments(outputs.residual) }
    /// Of all series, mean and standard deviation.
    var expected: (mean: Float, deviation: Float) { moments(outputs.expected) }

    private mutating func step(
        _ number: Int, interval: Float, _ value: (Int, inout SeededGenerator) -> Float
    ) {
        for index in 0..<series { inputs.set(index, value: value(number, &generator), interval: interval) }
        baseline.scoreAndLearn(inputs, into: &outputs)
    }

    private func moments(_ values: [Float]) -> (Float, Float) {
        let mean = values.reduce(0, +) / Float(series)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(series)
        return (mean, variance.squareRoot())
    }
}
