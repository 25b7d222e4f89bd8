/// From where to where the level of a series moved, in its unit.
public struct LevelChange: Equatable, Sendable {
    /// The mean of what was expected while it lasted.
    public var before: Double
    /// The mean of what was seen in the same samples: the new normal.
    public var after: Double

    /// From one level to another.
    public init(before: Double, after: Double) {
        self.before = before
        self.after = after
    }
}
