public import LinearAlgebra
public import Samples

/// Whether the level of a series moved that has a season: ``LevelShift`` of what the season leaves.
///
/// Sees a day that is different by less than the day itself swings, within some ten samples; says nothing of a series without a
/// season.
///
/// - Cost: as ``LevelShift``.
public struct SeasonalShift: LaneBaseline {
    /// `seasonal_shift`.
    public static let name = "seasonal_shift"
    /// A mean.
    public static let statistic = Statistic.level
    /// What the season leaves.
    public static let subject = Subject.remainder
    /// Its recurrence.
    public let kernel: LevelShiftKernel
    /// All learned state.
    public var state: Matrix

    /// Nothing learned yet; `nil` if the shape switches it off.
    public init?(shape: ModelShape, capacity: Int) {
        guard let parameters = shape.seasonalShift else { return nil }
        kernel = LevelShiftKernel(
            fast: Float(parameters.fast), slow: Float(parameters.slow), limits: KernelLimits(shape))
        state = Matrix(rows: LevelShiftKernel.stateRows, columns: capacity)
    }

    /// What was saved, to go on bit for bit.
    public init(restoring bytes: [UInt8], shape: ModelShape, capacity: Int) throws(SavedStateError) {
        guard let fresh = Self(shape: shape, capacity: capacity) else { throw .switchedOff(Self.name) }
        self = fresh
        state = try restored(from: bytes)
    }
}
