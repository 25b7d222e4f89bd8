/// How far a series left what was expected of it over some stretch, either way, in its own unit.
public struct Departure: Equatable, Sendable {
    /// The largest deviation upwards; 0 where there was none, infinite for any.
    public var above: Double
    /// The largest deviation downwards, not negative; 0 where there was none, infinite for any.
    public var below: Double

    /// Any size, either way.
    public static let any = Departure(above: .infinity, below: .infinity)

    /// Nothing unless given.
    public init(above: Double = 0, below: Double = 0) {
        self.above = above
        self.below = below
    }

    /// Takes a deviation into account; above what was expected is positive.
    public mutating func note(_ deviation: Double) {
        above = max(above, deviation)
        below = max(below, -deviation)
    }

    /// True where the other one goes nowhere further than this one.
    public func covers(_ other: Departure) -> Bool {
        other.above <= above && other.below <= below
    }

    /// The same, larger by a factor.
    public static func * (departure: Departure, factor: Double) -> Departure {
        Departure(above: departure.above * factor, below: departure.below * factor)
    }
}
