import Detection
import Foundation
import Samples
import Testing

/// What the standard policy raises on data without a fault.
@Suite struct CalibrationTests {
    enum Noise: String, CaseIterable {
        case gaussian, laplace, lognormal, counts, quantised, autoregressive

        func next(_ generator: inout SeededGenerator, _ state: inout Double) -> Double {
            switch self {
            case .gaussian: return 100 + generator.normal()
            case .laplace:
                let side = generator.uniform() - 0.5
                return 100 - (side < 0 ? -1 : 1) * log(1 - 2 * abs(side))
            case .lognormal: return exp(generator.normal())
            case .counts:
                var (count, product) = (0.0, generator.uniform())
                while product > exp(-0.5) { (count, product) = (count + 1, product * generator.uniform()) }
                return count
            case .quantised: return (generator.uniform() * 10).rounded()
            case .autoregressive:
                state = 0.9 * state + generator.normal()
                return 100 + state
            }
        }
    }

    /// Measured over 20 series of 20 000 samples: at most 0.5 in 100 000 samples once a series was seen for 1000, and before
    /// that 0.8 a series for log-normal noise, 0.6 for counts, 0.1 for Laplace, else none.
    @Test(arguments: Noise.allCases)
    func raisesFewFalseAlarms(noise: Noise) {
        var (young, settled) = (0, 0)
        for seed in 0..<3 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed &* 7919 &+ 7919)
            var state = 0.0
            let values = (0..<20_000).map { _ in noise.next(&generator, &state) }
            for anomaly in Fixture.report(values).opened {
                if anomaly.samplesSeen < 1000 { young += 1 } else { settled += 1 }
            }
        }
        #expect(settled <= 1)
        #expect(young <= 6)
    }
}
