import Foundation
import Samples

/// Shapes of clean data.
enum Noise: String, CaseIterable {
    case gaussian, laplace, lognormal, counts, quantised, autoregressive
}

/// Values of one shape, one after the other.
struct NoiseSource {
    private let noise: Noise
    private var generator: SeededGenerator
    private var state = 0.0

    init(_ noise: Noise, seed: UInt64) {
        self.noise = noise
        generator = SeededGenerator(seed: seed)
    }

    mutating func next() -> Double {
        switch noise {
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

extension SeededGenerator {
    /// In the open interval (0, 1).
    mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) / 9_007_199_254_740_992 }

    /// From the standard normal distribution (Box and Muller 1958).
    mutating func normal() -> Double { (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform()) }
}
