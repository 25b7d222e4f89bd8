/// Where a lane is moved to when its series has a new normal: known from few samples only, so the scale that a lane had is
/// doubled, or set to the spread of those samples where that is more.
///
/// Both are cut to what the kernels take of a sample, so that no square leaves the range of a `Float`.
struct NewLevel {
    /// In the unit of the series, in -1e19 ... 1e19.
    let level: Float
    /// How far the samples lie from it, in the unit of the series, in 0 ... 1e18.
    private let spread: Float

    /// Beyond it the variance of a lane could not be doubled twice.
    private static let mostVariance: Float = 1e37
    private static let mostSpread: Float = 1e18

    init(_ level: Float, spread: Float) {
        precondition(!level.isNaN && spread >= 0, "A new level and its spread are numbers.")
        self.level = min(max(level, -KernelLimits.largestValue), KernelLimits.largestValue)
        self.spread = min(spread, Self.mostSpread)
    }

    /// The variance of a lane that had this one.
    func variance(after old: Float) -> Float { min(max(4 * old, spread * spread), Self.mostVariance) }

    /// The scale of a lane that had this one.
    func scale(after old: Float) -> Float { min(max(2 * old, spread), Self.mostSpread) }
}
