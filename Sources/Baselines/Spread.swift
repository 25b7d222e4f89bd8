public import LinearAlgebra
public import Samples

/// Whether the noise of a series changed: the mean size of the steps from sample to sample against what it usually is, on a
/// logarithmic scale.
///
/// Sees a signal that begins to flap, and one that is frozen: most of a change of size within 150 samples, where noise of one
/// size has a deviation of 0.09. A level that moves is one step; a large one is felt until the mean forgets it or the level
/// is accepted. Steps below the floor of the scale are as good as none, on every level.
///
/// - Cost: one pass, 5 floats a series.
public struct Spread: LaneBaseline {
    /// `spread`.
    public static let name = "spread"
    /// The size of steps.
    public static let statistic = Statistic.spread
    /// Its recurrence.
    public let kernel: SpreadKernel
    /// All learned state.
    public var state: Matrix

    /// Nothing learned yet; `nil` if the shape switches it off.
    public init?(shape: ModelShape, capacity: Int) {
        guard let parameters = shape.spread else { return nil }
        kernel = SpreadKernel(
            fast: Float(parameters.fast), slow: Float(parameters.slow), limits: KernelLimits(shape))
        state = Matrix(rows: SpreadKernel.stateRows, columns: capacity)
    }

    /// What was saved, to go on bit for bit.
    public init(restoring bytes: [UInt8], shape: ModelShape, capacity: Int) throws(SavedStateError) {
        guard let fresh = Self(shape: shape, capacity: capacity) else { throw .switchedOff(Self.name) }
        self = fresh
        state = try restored(from: bytes)
    }
}
