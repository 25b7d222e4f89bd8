import Baselines
import Foundation
import Samples
import Testing

@Suite struct SpreadTests {
    /// The mean step between two normal samples is 2 / sqrt(pi).
    @Test func ofNoiseItExpectsTheLogarithmOfTheMeanStep() throws {
        let block = try calm()
        #expect(abs(block.expected.mean - log(2 / Float.pi.squareRoot())) < 0.02)
        #expect(abs(block.residual.mean) < 0.02)
        #expect(abs(block.residual.deviation - 0.09) < 0.015)
    }

    @Test func isGoodOnceItIsWarm() throws {
        var block = try NoisyBlock("spread")
        block.learn(50) { _, generator in generator.normal() }
        #expect(abs(block.expected.mean - log(2 / Float.pi.squareRoot())) < 0.05)
        #expect(block.expected.deviation < 0.2)
    }

    @Test(arguments: [Float(2), 0.5, 10, 0.1]) func aNoiseOfAnotherSizeIsSeen(factor: Float) throws {
        var block = try calm()
        block.learn(150) { _, generator in factor * generator.normal() }
        let seen = block.residual.mean / log(factor)
        #expect(seen > 0.6 && seen < 1)
    }

    @Test func aLevelThatMovesIsOneStep() throws {
        var block = try calm()
        block.learn(100) { _, generator in 5 + generator.normal() }
        #expect(abs(block.residual.mean) < 0.05)
    }

    /// A step of 50 scales is as large as those of a whole memory: ln((50 + 56) / 56).
    @Test func aLargeStepIsFeltUntilTheMeanForgetsOrItIsAccepted() throws {
        var block = try calm()
        block.learn(1) { _, generator in 50 + generator.normal() }
        #expect(block.residual.mean > 0.5)
        var accepted = block
        accepted.rebase(to: 50, spread: 1)
        for number in 1...4 {
            accepted.learn(1) { _, generator in 50 + generator.normal() }
            #expect(abs(accepted.residual.mean) < 0.05, "\(number)")
        }
        block.learn(200) { _, generator in 50 + generator.normal() }
        #expect(abs(block.residual.mean) < 0.05)
    }

    /// 0.001 of what is expected is the floor of the scale, and so of the size of steps.
    @Test func stepsBelowTheFloorAreAsGoodAsNone() throws {
        let shape = ModelShape(relativeFloor: 0.001)
        var block = try NoisyBlock("spread", shape: shape)
        block.learn(500) { _, generator in 1_000 + 0.01 * generator.normal() }
        #expect(abs(block.expected.mean - log(Float(1))) < 0.001)
        block.learn(100) { _, _ in 1_000 }
        #expect(abs(block.residual.mean) < 0.001)
    }

    private func calm() throws -> NoisyBlock {
        var block = try NoisyBlock("spread")
        block.learn(3_000) { _, generator in generator.normal() }
        return block
    }
}
