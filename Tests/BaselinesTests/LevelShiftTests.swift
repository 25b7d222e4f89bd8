import Baselines
import Samples
import Testing

@Suite struct LevelShiftTests {
    @Test func ofNoiseTheMeanLiesWithinAThirdOfAScale() throws {
        let block = try calm()
        #expect(abs(block.residual.mean) < 0.06)
        #expect(abs(block.residual.deviation - 0.254) < 0.03)
        #expect(block.expected.deviation < 0.07)
    }

    /// One scale is nothing for a sample, and three deviations of the mean.
    @Test func aShiftOfOneScaleIsSeenWithinTwentySamples() throws {
        var block = try calm()
        block.learn(20) { _, generator in 1 + generator.normal() }
        #expect(block.residual.mean > 0.5)
    }

    @Test func aShiftThatLastsIsLearnedInSomeHundredSamples() throws {
        var block = try calm()
        block.learn(400) { _, generator in 1 + generator.normal() }
        #expect(block.residual.mean < 0.25)
    }

    /// The mean of such a giant has decayed to 0.15 · 1000 · 0.85^50.
    @Test func aSpikeIsForgottenAsTheMeanForgets() throws {
        var block = try calm()
        block.learn(1) { _, _ in 1_000 }
        #expect(abs(block.residual.mean - 150) < 5)
        block.learn(50) { _, generator in generator.normal() }
        #expect(abs(block.residual.mean) < 0.15)
    }

    @Test func aSeasonIsALevelThatMoves() throws {
        var block = try calm()
        for _ in 0..<4 {
            block.learn(100) { _, generator in 10 + generator.normal() }
            block.learn(100) { _, generator in generator.normal() }
        }
        block.learn(30) { _, generator in 10 + generator.normal() }
        #expect(block.residual.mean > 1)
    }

    @Test func anAcceptedLevelIsTheNewOne() throws {
        var block = try calm()
        block.learn(50) { _, generator in 30 + generator.normal() }
        block.rebase(to: 30, spread: 1)
        block.learn(20) { _, generator in 30 + generator.normal() }
        #expect(abs(block.residual.mean) < 0.1)
        #expect(abs(block.expected.mean - 30) < 0.1)
    }

    private func calm() throws -> NoisyBlock {
        var block = try NoisyBlock("level_shift")
        block.learn(2_000) { _, generator in generator.normal() }
        return block
    }
}
