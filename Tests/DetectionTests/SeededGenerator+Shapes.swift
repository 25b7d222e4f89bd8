import Foundation
import Samples

extension SeededGenerator {
    /// In the open interval (0, 1).
    mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) / 9_007_199_254_740_992 }

    /// From the standard normal distribution (Box and Muller 1958).
    mutating func normal() -> Double { (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform()) }

    /// The sine of a share of a circle.
    func wave(_ turns: Double) -> Double { sin(2 * .pi * turns) }
}
