import Detection
import Foundation
import Samples
import Testing

@Suite struct TailTests {
    @Test func startsWiderThanAGaussian() {
        let tail = Tail()
        #expect(abs(tail.threshold - 3) < 0.001)
        #expect(abs(tail.weight - 0.8) < 0.001)
        #expect(abs(tail.pValue(of: 3) - 0.01) < 1e-5)
        #expect(tail.pValue(of: 0) == 1)
    }

    @Test func chancesFallWithSizeAndComeBack() {
        let tail = Tail()
        var last = 1.0
        for size in stride(from: Float(0.1), to: 50, by: 0.1) {
            let p = tail.pValue(of: size)
            #expect(p <= last)
            last = p
            if p > 1e-300 { #expect(abs(tail.size(ofPValue: p) - size) < 0.001 * size) }
        }
    }

    @Test(arguments: [(4.0, 3.2e-5), (5.0, 2.9e-7)])
    func learnsAGaussianTail(size: Double, chance: Double) {
        var generator = SeededGenerator(seed: 3)
        var tail = Tail()
        for _ in 0..<100_000 { tail.learn(Float(max(0, generator.normal()))) }
        #expect(abs(tail.threshold - 2.33) < 0.25)
        #expect((0.5...0.85).contains(tail.weight))
        #expect(abs(log10(tail.pValue(of: Float(size)) / chance)) < 1)
    }

    @Test func learnsThatAnExponentialTailIsHeavier() {
        var generator = SeededGenerator(seed: 4)
        var tail = Tail()
        for _ in 0..<100_000 { tail.learn(Float(-log(generator.uniform()))) }
        #expect((0.8...1.25).contains(tail.weight))
        #expect(abs(log10(tail.pValue(of: 11.5) / 1e-5)) < 1)
    }

    @Test func oneGiantDoesNotMakeItDeaf() {
        var tail = Tail()
        tail.learn(10_000)
        #expect(tail.pValue(of: 20) < 1e-8)
    }

    @Test func aSampleWithoutWeightTeachesNothing() {
        var tail = Tail()
        tail.learn(100, weight: 0)
        #expect(tail == Tail())
    }
}
