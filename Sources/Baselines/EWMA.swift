public import LinearAlgebra
public import Samples

/// What a series should be, by exponentially weighted mean and variance.
///
/// Good for slow drifts and roughly symmetric noise; blind to seasons (use ``HoltWinters``), late on a step, and one in
/// ten samples far off already widens its scale (use ``RobustZScore``). The first samples count alike, so after `n` of
/// them, while `n < 1 / alpha`, mean and variance are those of all `n`. Then a sample further off than four scales is
/// learned as one four scales off.
///
/// - Cost: one pass, 3 floats a series.
/// - Reference: Finch (2009), "Incremental calculation of weighted mean and variance".
public struct EWMA: LaneBaseline {
    /// `ewma`.
    public static let name = "ewma"
    /// Its scale follows the series.
    public static let followsScale = true
    /// Its recurrence.
    public let kernel: EWMAKernel
    /// All learned state.
    public var state: Matrix

    /// Nothing learned yet; `nil` if the shape switches it off.
    public init?(shape: ModelShape, capacity: Int) {
        guard let parameters = shape.ewma else { return nil }
        kernel = EWMAKernel(alpha: Float(parameters.alpha), limits: KernelLimits(shape))
        state = Matrix(rows: EWMAKernel.stateRows, columns: capacity)
    }

    /// What was saved, to go on bit for bit.
    public init(restoring bytes: [UInt8], shape: ModelShape, capacity: Int) throws(SavedStateError) {
        guard let fresh = Self(shape: shape, capacity: capacity) else { throw .switchedOff(Self.name) }
        self = fresh
        state = try restored(from: bytes)
    }
}
