import Foundation
import Samples

extension SeededGenerator {
    /// From the standard normal distribution (Box and Muller 1958).
    mutating func normal() -> Float {
        let radius = (-2 * log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &self))).squareRoot()
        return Float(radius * cos(2 * .pi * Double.random(in: 0..<1, using: &self)))
    }
}
