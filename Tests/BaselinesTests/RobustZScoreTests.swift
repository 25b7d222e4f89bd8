import Baselines
import Samples
import Testing

@Suite struct RobustZScoreTests {
    @Test func isGoodWithinThirtySamples() throws {
        let (medians, scales) = try learn(30) { _, generator in generator.normal() }
        // Of 256 series: the sample median of 30 has a deviation of 0.23 scales.
        #expect(abs(middle(medians)) < 0.1)
        #expect(middle(medians.map { abs($0) }) < 0.25)
        #expect(abs(middle(scales) - 1) < 0.1)
    }

    @Test func theScaleOfGaussianNoiseIsItsDeviation() throws {
        let (medians, scales) = try learn(1_000) { _, generator in 10 + 2 * generator.normal() }
        #expect(abs(middle(medians) - 10) < 0.1)
        #expect(abs(scales.reduce(0, +) / 256 - 2) < 0.1)
    }

    @Test func threeOutliersInTenMoveItLittle() throws {
        let (medians, scales) = try learn(1_000, rate: 0.02) { _, generator in
            (Float.random(in: 0..<1, using: &generator) < 0.3 ? 50 : 0) + generator.normal()
        }
        // In theory 0.57 and 1.86: the quantile 0.5 / 0.7 of the clean part, and the same of the distances from it.
        #expect(abs(middle(medians) - 0.57) < 0.1)
        #expect(abs(middle(scales) - 1.86) < 0.15)
        let near = zip(medians, scales).count { abs($0) < 1 && $1 < 2.5 }
        #expect(near > 240)
    }

    @Test func followsASlowDrift() throws {
        let (medians, _) = try learn(3_000) { number, generator in 0.005 * Float(number) + generator.normal() }
        #expect(abs(middle(medians) - 15) < 0.6)
    }

    @Test func comesToANewLevelInAHundredSamples() throws {
        let (medians, _) = try learn(500) { number, generator in (number < 400 ? 0 : 50) + generator.normal() }
        #expect(abs(middle(medians) - 50) < 2)
    }

    @Test func itsOwnNoiseIsASixthOfAScale() throws {
        let (medians, scales) = try learn(1_000) { _, generator in generator.normal() }
        func deviation(_ values: [Float], from mean: Float) -> Float {
            (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(values.count)).squareRoot()
        }
        #expect(abs(deviation(medians, from: 0) - 0.18) < 0.02)
        #expect(abs(deviation(scales, from: 1) - 0.17) < 0.02)
    }

    @Test func theFirstStepsAreAsWorkedByHand() throws {
        // 1, then 2: distance 1 is the first scale; the median steps by sqrt(pi / 2) / 2 scales.
        var (baseline, outputs) = (
            try Fixture.make("robust_z", shape: ModelShape(warmUp: 2, relativeFloor: 0)), PassOutputs(capacity: 1)
        )
        baseline.learn(Fixture.sample(1))
        baseline.learn(Fixture.sample(2))
        baseline.score(Fixture.sample(3), into: &outputs)
        #expect(abs(outputs.expected[0] - 1.626_657) < 1e-5)
        #expect(abs(outputs.scale[0] - 1) < 1e-5)
        #expect(abs(outputs.residual[0] - 1.373_343) < 1e-5)
    }

    /// Medians and scales of 256 series after so many samples each; at the default rate unless said otherwise.
    private func learn(
        _ samples: Int, rate: Double = 0.05, _ value: (Int, inout SeededGenerator) -> Float
    ) throws -> (medians: [Float], scales: [Float]) {
        let shape = ModelShape(robustZScore: .init(rate: rate), warmUp: 30)
        var (baseline, outputs) = (
            try Fixture.make("robust_z", capacity: 256, shape: shape), PassOutputs(capacity: 256)
        )
        var (generator, inputs) = (SeededGenerator(seed: 21), PassInputs(capacity: 256))
        for number in 0..<samples {
            for index in 0..<256 { inputs.set(index, value: value(number, &generator)) }
            baseline.learn(inputs)
        }
        baseline.score(inputs, into: &outputs)
        return (outputs.expected, outputs.scale)
    }

    private func middle(_ values: [Float]) -> Float { values.sorted()[values.count / 2] }
}
