import Foundation
import Samples

/// Shapes of series in which nothing is wrong.
enum CleanShape: String, CaseIterable {
    case gaussian
    case heavyTailed = "heavy tailed"
    case skewed
    case counts
    case bursty
    case quantised
    case bounded
    case autoregressive
    case seasonal
    case integrated

    /// Samples five minutes apart.
    func values(_ count: Int, seed: UInt64) -> [Double] {
        var random = SeededGenerator(seed: seed)
        var (state, left) = (0.0, 0)
        return (0..<count).map { sample in
            switch self {
            case .gaussian: return 100 + random.normal()
            case .heavyTailed:
                // Student's t with five degrees of freedom.
                let chi = (0..<5).reduce(0.0) { sum, _ in
                    let z = random.normal()
                    return sum + z * z
                }
                return 100 + random.normal() / (chi / 5).squareRoot()
            case .skewed: return exp(0.5 * random.normal())
            case .counts:
                var (count, product) = (0.0, random.uniform())
                while product > exp(-2) { (count, product) = (count + 1, product * random.uniform()) }
                return count
            case .bursty:
                // Some six bursts a day of up to six samples.
                if left == 0, random.uniform() < 6 / 288.0 {
                    left = 1 + Int(6 * random.uniform())
                    state = -20 * log(random.uniform())
                }
                defer { left = max(0, left - 1) }
                return 10 + random.normal() + (left > 0 ? state : 0)
            case .quantised: return 20 + random.normal().rounded()
            case .bounded: return 1 / (1 + exp(-3 - 0.5 * random.normal()))
            case .autoregressive:
                state = 0.9 * state + random.normal()
                return 100 + state
            case .seasonal:
                return 100 + 10 * random.wave(Double(sample) / 288) + 2 * random.wave(Double(sample) / 144)
                    + random.normal()
            case .integrated:
                state += random.normal()
                return state
            }
        }
    }
}
