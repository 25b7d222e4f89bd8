import Baselines
import Samples
import Testing

@Suite struct DriftTests {
    @Test func ofNoiseTheMeanLiesWithinATenthOfAScale() throws {
        let block = try calm()
        #expect(abs(block.residual.mean) < 0.02)
        #expect(abs(block.residual.deviation - 0.096) < 0.015)
    }

    /// A thousandth of a scale a sample: a level shift of it is lost in the mean of ten, not in that of a hundred.
    @Test func aLeakIsSeenWhereALevelShiftIsBlind() throws {
        func leak(_ name: String) throws -> Float {
            var block = try calm(name)
            block.learn(1_000) { number, generator in 0.001 * Float(number) + generator.normal() }
            return block.residual.mean / block.residual.deviation
        }
        #expect(try leak("drift") > 2 * leak("level_shift"))
    }

    @Test func aLevelThatIsHalfAScaleHigherIsSeenInAHundredSamples() throws {
        var block = try calm()
        block.learn(100) { _, generator in 0.5 + generator.normal() }
        #expect(block.residual.mean > 0.18)
    }

    @Test func whatLastsThousandsOfSamplesIsNormal() throws {
        var block = try calm()
        block.learn(4_000) { _, generator in 0.5 + generator.normal() }
        #expect(abs(block.residual.mean) < 0.05)
    }

    /// The mean of such a giant has decayed to 0.02 · 1000 · 0.98^200.
    @Test func aSpikeIsForgottenAsTheMeanForgets() throws {
        var block = try calm()
        block.learn(1) { _, _ in 1_000 }
        block.learn(200) { _, generator in generator.normal() }
        #expect(abs(block.residual.mean - 0.35) < 0.05)
    }

    private func calm(_ name: String = "drift") throws -> NoisyBlock {
        var block = try NoisyBlock(name)
        block.learn(3_000) { _, generator in generator.normal() }
        return block
    }
}
