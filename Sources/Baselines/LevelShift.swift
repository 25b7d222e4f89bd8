public import LinearAlgebra
public import Samples

/// Whether the level of a series moved: the mean of some ten samples against a running median of some hundred.
///
/// Sees what each sample alone is too small to tell: on noise the mean has a deviation of 0.29 scales, and a shift of one
/// scale is seen within twenty samples. A shift that lasts becomes normal in some hundred. A spike moves the mean too, by
/// its weight, and is forgotten as the mean forgets: one of a thousand scales in fifty samples. Blind to seasons: of a
/// series with a strong one the daily swing is a level that moves.
///
/// - Cost: one pass, 4 floats a series.
public struct LevelShift: LaneBaseline {
    /// `level_shift`.
    public static let name = "level_shift"
    /// A mean.
    public static let statistic = Statistic.level
    /// Its recurrence.
    public let kernel: LevelShiftKernel
    /// All learned state.
    public var state: Matrix

    /// Nothing learned yet; `nil` if the shape switches it off.
    public init?(shape: ModelShape, capacity: Int) {
        guard let parameters = shape.levelShift else { return nil }
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
