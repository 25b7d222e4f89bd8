public import LinearAlgebra
public import Samples

/// What a series should be, by its running median and a scale that equals the standard deviation on Gaussian noise
/// (1.4826 times the median absolute deviation).
///
/// Outliers count by their side only: with three samples in ten far off, the median moves by 0.6 and the scale to 1.9
/// times that of the rest. Good for heavy tails and bursts. Blind to seasons (use ``HoltWinters``). It does not work
/// where more than half of the samples are the same number: then the scale is the floor, and every other value is far
/// off. Both estimates move by a fixed step: after a jump of 50 scales they need some 100 samples.
///
/// - Cost: one pass, 3 floats a series. The median's own noise is 0.18 scales, the scale's 17 % (rate 0.05).
/// - Reference: Tierney (1983), "A space-efficient recursive procedure for estimating a quantile of an unknown
///   distribution"; Robbins and Monro (1951), "A stochastic approximation method".
public struct RobustZScore: LaneBaseline {
    /// `robust_z`.
    public static let name = "robust_z"
    /// Its recurrence.
    public let kernel: RobustKernel
    /// All learned state.
    public var state: Matrix

    /// Nothing learned yet; `nil` if the shape switches it off.
    public init?(shape: ModelShape, capacity: Int) {
        guard let parameters = shape.robustZScore else { return nil }
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
