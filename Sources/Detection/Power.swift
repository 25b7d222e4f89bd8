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

    static let ln10 = 2.302_585_092_994_046
}
