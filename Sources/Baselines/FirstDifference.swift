public import LinearAlgebra
public import Samples

/// What a series should be, by the sample before it: the running median and scale of its steps.
///
/// Good for a series that wanders without a level to return to, where every other baseline lags. Sees each jump twice if the series
/// comes back, and nothing of what comes slowly.
///
/// - Cost: as ``RobustZScore``.
/// - Reference: as ``RobustZScore``; Box and Jenkins (1970), "Time Series Analysis", for differences of what is integrated.
public struct FirstDifference: LaneBaseline {
    /// `first_difference`.
    public static let name = "first_difference"
    /// From sample to sample.
    public static let subject = Subject.step
    /// Its recurrence.
    public let kernel: RobustKernel
    /// All learned state.
    public var state: Matrix

    /// Nothing learned yet; `nil` if the shape switches it off.
    public init?(shape: ModelShape, capacity: Int) {
        guard let parameters = shape.firstDifference else { return nil }
        kernel = RobustKernel(rate: Float(parameters.rate), limits: KernelLimits(shape))
        state = Matrix(rows: RobustKernel.stateRows, columns: capacity)
    }

    /// What was saved, to go on bit for bit.
    public init(restoring bytes: [UInt8], shape: ModelShape, capacity: Int) throws(SavedStateError) {
        guard let fresh = Self(shape: shape, capacity: capacity) else { throw .switchedOff(Self.name) }
        self = fresh
        state = try restored(from: bytes)
    }
}
