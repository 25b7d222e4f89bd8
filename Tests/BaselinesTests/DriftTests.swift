import Baselines
import Samples
import Testing

@Suite struct DriftTests {
    @Test func ofNoiseTheMeanLiesWithinATenthOfAScale() throws {
        let block = try calm()
        #expect(abs(block.residual.mean) < 0.02)
        #expect(abs(block.residual.deviation - 0.076) < 0.015)
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

    /// Two hundred samples behind a spike of a thousand scales a third of a scale is left of it in the mean; a sample counts it
    /// as far as it lies there itself.
    @Test func aSpikeIsRememberedNoFurtherThanSamplesGo() throws {
        var block = try calm()
        block.learn(1) { _, _ in 1_000 }
        block.learn(200) { _, generator in generator.normal() }
        #expect(abs(block.residual.mean - 0.15) < 0.05)
    }

    private func calm(_ name: String = "drift") throws -> NoisyBlock {
        var block = try NoisyBlock(name)
        block.learn(3_000) { _, generator in generator.normal() }
        return block
    }
}
