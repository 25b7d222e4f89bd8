#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The curve by which NAB weighs how early a detection is.
enum Sigmoid {
    /// From nearly 1 far to the left through 0 at 0 to nearly -1 far to the right.
    ///
    /// - Reference: Lavin, Ahmad (2015), "Evaluating real-time anomaly detection algorithms", equation 1.
    static func value(at x: Double) -> Double { 2 / (1 + exp(5 * x)) - 1 }
}
