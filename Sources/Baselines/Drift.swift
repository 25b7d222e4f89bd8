public import LinearAlgebra
public import Samples

/// Whether the level of a series drifts: the mean of some hundred samples against a running median of some thousand.
///
/// What ``LevelShift`` does, some times slower: it sees a leak, or a day that is lower throughout. On noise its mean has a
/// deviation of 0.1 scales; half a scale is seen in a hundred samples, and is normal after thousands. Of a spike of a
/// thousand scales a third of a scale is left two hundred samples later.
///
/// - Cost: one pass, 4 floats a series.
public struct Drift: LaneBaseline {
    /// `drift`.
    public static let name = "drift"
    /// A mean.
    public static let statistic = Statistic.level
    /// Its recurrence.
    public let kernel: LevelShiftKernel
    /// All learned state.
    public var state: Matrix

    /// Nothing learned yet; `nil` if the shape switches it off.
    public init?(shape: ModelShape, capacity: Int) {
        guard let parameters = shape.drift else { return nil }
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
