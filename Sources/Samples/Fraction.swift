/// A share of a whole, in the closed interval [0, 1].
public struct Fraction: Hashable, Comparable, Sendable {
    /// In the closed interval [0, 1].
    public let value: Double

    /// `nil` outside the closed interval [0, 1] and for NaN.
    public init?(_ value: Double) {
        guard value >= 0, value <= 1 else { return nil }
        self.value = value
    }

    /// Less is less.
    public static func < (a: Fraction, b: Fraction) -> Bool { a.value < b.value }
}

extension Fraction: ExpressibleByFloatLiteral {
    /// A constant in the source text; outside [0, 1] it is a bug.
    public init(floatLiteral value: Double) {
        guard let fraction = Fraction(value) else { preconditionFailure("A fraction lies between 0 and 1.") }
        self = fraction
    }
}
