import Samples
import Testing

@testable import Detection

@Suite struct PersistenceTests {
    private func worth(after count: Int = 20_000, repeating: Double) -> Float {
        var generator = SeededGenerator(seed: 8)
        var persistence = Persistence()
        var state = 0.0
        let fresh = (1 - repeating * repeating).squareRoot()
        for _ in 0..<count {
            state = repeating * state + fresh * generator.normal()
            persistence.learn(Float(state), weight: 1)
        }
        return persistence.worth
    }

    @Test func aFreshOneTakesEveryWitness() {
        #expect(Persistence().worth == 1)
    }

    @Test func independentResidualsAreFullWitnesses() {
        #expect(worth(repeating: 0) > 0.75)
        #expect(worth(repeating: -0.8) == 1)
    }

    /// (1 - r) / (1 + r)
    @Test(arguments: [(0.5, 0.33), (0.9, 0.053)])
    func repeatedResidualsAreWorthLess(correlation: Double, worth expected: Double) {
        #expect(abs(Double(worth(repeating: correlation)) - expected) < 0.12)
    }

    @Test func nothingIsWorthNothing() {
        #expect(worth(repeating: 0.9999) >= 0.025)
    }
}
