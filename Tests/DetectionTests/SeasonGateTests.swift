import Samples
import Testing

@testable import Detection

@Suite struct SeasonGateTests {
    /// The gate after so many samples of a wave of this height, whose season is known up to the noise.
    private static func gate(height: Double, noise: Double, samples: Int = 2000) -> SeasonGate {
        var generator = SeededGenerator(seed: 2)
        var gate = SeasonGate()
        for index in 0..<samples {
            let season = height * generator.wave(Double(index) / 288)
            // What the mean of a few days is off by.
            let forecast = season + noise * 0.4 * generator.normal()
            let value = season + noise * generator.normal()
            gate.learn(Float(value), residual: Float(value - forecast))
        }
        return gate
    }

    @Test func isOpenUntilItKnows() {
        #expect(SeasonGate().isOpen)
        #expect(SeasonGate().strength == nil)
        #expect(Self.gate(height: 0, noise: 1, samples: 49).isOpen)
    }

    @Test func aSeriesWithoutASeasonPaysForNone() {
        let gate = Self.gate(height: 0, noise: 1)
        #expect(!gate.isOpen)
        #expect(gate.strength == 0)
    }

    @Test(arguments: [(2.0, 0.1), (10, 0.7)])
    func aSeasonIsFoundByWhatItExplains(height: Double, strength: Float) throws {
        let gate = Self.gate(height: height, noise: 1)
        #expect(gate.isOpen)
        #expect(try #require(gate.strength) > strength)
    }

    @Test func aConstantMayHaveAny() {
        var gate = SeasonGate()
        for _ in 0..<100 { gate.learn(5, residual: 0) }
        #expect(gate.isOpen)
    }

    @Test func samplesWithoutAForecastDecideNothing() {
        var gate = SeasonGate()
        for index in 0..<1000 { gate.learn(Float(index), residual: .nan) }
        #expect(gate.strength == nil)
    }
}
