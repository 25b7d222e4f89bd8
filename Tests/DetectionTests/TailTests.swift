import Foundation
import Samples
import Testing

@testable import Detection

@Suite struct TailTests {
    /// So many sizes, a minute apart.
    private static func tail(_ count: Int, seed: UInt64 = 3, _ size: (inout SeededGenerator) -> Double) -> Tail {
        var generator = SeededGenerator(seed: seed)
        var tail = Tail()
        for index in 0..<count { tail.learn(Float(size(&generator)), at: Int64(index) * 60_000) }
        return tail
    }

    private static func gaussian(_ generator: inout SeededGenerator) -> Double { abs(generator.normal()) }

    @Test func isSilentAtFirstAndThenMoreAndMoreSure() {
        var last: Float = 0
        for count in [0, 29, 30, 60, 100, 200] {
            let surprise = Self.tail(count, Self.gaussian).surprise(of: 50, floor: 1e-6)
            #expect(count < 30 ? surprise == 0 : surprise > last)
            last = surprise
        }
    }

    @Test func surpriseGrowsWithSizeAndComesBack() {
        let tail = Self.tail(20_000, Self.gaussian)
        var last: Float = 0
        for size in stride(from: Float(0.1), to: 20, by: 0.05) {
            let surprise = tail.surprise(of: size, floor: 1e-6)
            #expect(surprise >= last)
            last = surprise
            guard surprise > 2, surprise < 39 else { continue }
            #expect(tail.size(ofSurprise: surprise, floor: 1e-6) <= size * 1.001)
        }
        #expect(last == 40)
    }

    @Test(arguments: [(3.291, 3.0), (3.891, 4), (4.417, 5)])
    func knowsAGaussianTail(size: Float, powers: Float) {
        let told = Self.tail(100_000, Self.gaussian).surprise(of: size, floor: 1e-6)
        // Of the fifth power of ten forty days of five minutes know less than one sample.
        #expect(abs(told - powers) < (powers < 5 ? 0.6 : 0.85), "\(told)")
    }

    @Test(arguments: [(6.908, 3.0), (9.21, 4), (11.51, 5)])
    func knowsAnExponentialTail(size: Float, powers: Float) {
        let tail = Self.tail(100_000) { -log($0.uniform()) }
        let told = tail.surprise(of: size, floor: 1e-6)
        // Of the fifth power of ten forty days of five minutes know less than one sample.
        #expect(abs(told - powers) < (powers < 5 ? 0.6 : 0.85), "\(told)")
    }

    @Test func oneGiantDoesNotMakeItDeaf() {
        var tail = Self.tail(5000, Self.gaussian)
        let before = tail.surprise(of: 20, floor: 1e-6)
        tail.learn(10_000, at: 300_000_000)
        #expect(before > 8)
        #expect(tail.surprise(of: 20, floor: 1e-6) > 5)
    }

    /// An hour of samples of one anomaly counts as one.
    @Test func ofAnAnomalyOnlyTheLargestIsRemembered() {
        var tail = Self.tail(5000, Self.gaussian)
        for index in 0..<60 as Range<Int64> { tail.learn(30, at: 300_000_000 + index * 60_000, as: .anomaly) }
        #expect(tail.surprise(of: 30, floor: 1e-6) > 6)
        for _ in 0..<12 {
            tail.learn(1, at: 400_000_000)
            tail.learn(30, at: 400_000_000, as: .anomaly)
        }
        #expect(tail.surprise(of: 30, floor: 1e-6) < 3, "what happened a dozen times is known")
    }

    @Test func forgetsWhatWasTwoStretchesAgo() {
        var tail = Self.tail(1000, Self.gaussian)
        for _ in 0..<20 { tail.learn(9, at: 60_000_000) }
        let deaf = tail.surprise(of: 8, floor: 1e-6)
        var generator = SeededGenerator(seed: 9)
        // What began at 0 ends at the first multiple, and is left behind at the third.
        for stretch in 2...5 as ClosedRange<Int64> {
            for _ in 0..<1000 { tail.learn(Float(abs(generator.normal())), at: stretch * Tail.memory) }
        }
        #expect(deaf < 3)
        #expect(tail.surprise(of: 8, floor: 1e-6) > 6)
    }

    /// A series whose residuals are all 0 has no scale but the floor.
    @Test func aConstantIsSurprisedByWhatIsBeyondTheFloor() {
        let tail = Self.tail(1000) { _ in 0 }
        #expect(tail.surprise(of: 0, floor: 0.1) == 0)
        #expect(tail.surprise(of: 0.05, floor: 0.1) < 3)
        #expect(tail.surprise(of: 1, floor: 0.1) > 5)
    }

    @Test func whatIsQuietIsNotSurprising() {
        var generator = SeededGenerator(seed: 1)
        var tail = Tail()
        for index in 0..<3000 {
            let size = Float(abs(generator.normal()))
            if size <= tail.quiet { #expect(tail.surprise(of: size, floor: 1e-6) == 0) }
            tail.learn(size, at: Int64(index) * 1000)
        }
        #expect((1.5...3).contains(tail.quiet))
    }
}
