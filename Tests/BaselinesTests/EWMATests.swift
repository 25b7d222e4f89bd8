import Baselines
import Samples
import Testing

@Suite struct EWMATests {
    /// Mean and variance of 2, 4, 4, 4, 6 are 4 and 8 / 5: Finch (2009), section 2, equations 4 and 23, over all samples.
    @Test func theFirstSamplesCountAlike() throws {
        let shape = ModelShape(ewma: .init(alpha: 0.01), warmUp: 5)
        var (baseline, outputs) = (try Fixture.make("ewma", shape: shape), PassOutputs(capacity: 1))
        for value in [2, 4, 4, 4, 6] as [Float] { baseline.learn(Fixture.sample(value)) }
        baseline.score(Fixture.sample(6), into: &outputs)
        #expect(abs(outputs.expected[0] - 4) < 1e-6)
        #expect(abs(outputs.scale[0] - Float(1.6).squareRoot()) < 1e-6)
        #expect(abs(outputs.residual[0] - 2 / Float(1.6).squareRoot()) < 1e-5)
    }

    /// Section 9 by hand: alpha 1/2; after 0 and 2 mean 1 and variance 1; then 3: difference 2, increment 1, mean 2,
    /// variance (1 + 2 · 1) / 2.
    @Test func thenTheNewestWeighsAlpha() throws {
        let shape = ModelShape(ewma: .init(alpha: 0.5), warmUp: 2)
        var (baseline, outputs) = (try Fixture.make("ewma", shape: shape), PassOutputs(capacity: 1))
        for value in [0, 2, 3] as [Float] { baseline.learn(Fixture.sample(value)) }
        baseline.score(Fixture.sample(2), into: &outputs)
        #expect(outputs.expected[0] == 2)
        #expect(outputs.scale[0] == Float(1.5).squareRoot())
        #expect(outputs.residual[0] == 0)
    }

    @Test func theScaleOfGaussianNoiseIsItsDeviation() throws {
        var (baseline, outputs) = (try Fixture.make("ewma", capacity: 256), PassOutputs(capacity: 256))
        var (generator, inputs) = (SeededGenerator(seed: 20), PassInputs(capacity: 256))
        for _ in 0..<200 {
            for index in 0..<256 { inputs.set(index, value: 50 + 3 * generator.normal()) }
            baseline.scoreAndLearn(inputs, into: &outputs)
        }
        let mean = outputs.scale.reduce(0, +) / 256
        #expect(abs(mean - 3) < 0.15)
    }
}
