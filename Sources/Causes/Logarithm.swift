#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The transcendental functions that ranking needs, from the C library.
enum Logarithm {
    /// ln(1 + x).
    static func of(onePlus x: Float) -> Float { log1pf(x) }

    /// e to the power of x.
    static func exponential(_ x: Double) -> Double { exp(x) }
}
