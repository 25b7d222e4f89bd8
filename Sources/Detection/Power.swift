#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The transcendental functions that scoring needs, from the C library.
enum Power {
    static func exponential(_ x: Double) -> Double { exp(x) }

    static func exponential(_ x: Float) -> Float { expf(x) }

    static func logarithm(_ x: Double) -> Double { log(x) }

    static func logarithm(_ x: Float) -> Float { logf(x) }

    /// Powers of ten: how many times a chance is less than one in ten. 0 for a chance of 1; at most 300.
    static func surprise(of pValue: Double) -> Double { pValue > 1e-300 ? 0 - log10(pValue) : 300 }
}
