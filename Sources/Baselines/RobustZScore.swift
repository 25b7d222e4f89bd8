internal import LinearAlgebra
public import Samples

/// What a series should be, by its running median and a scale that equals the standard deviation on Gaussian noise
/// (1.4826 times the median absolute deviation).
///
/// Outliers count by their side only: with three samples in ten far off, the median moves by 0.6 and the scale to 1.9
/// times that of the rest. Good for heavy tails and bursts. Blind to seasons (use ``HoltWinters``). It does not work
/// where more than half of the samples are the same number: then the scale is the floor, and every other value is far
/// off. Both estimates move by a fixed step: after a jump of 50 scales they need some 200 samples.
///
/// - Cost: one pass, 3 floats a series. The median's own noise is 0.11, the scale's 11 % (rate 0.02).
/// - Reference: Tierney (1983), "A space-efficient recursive procedure for estimating a quantile of an unknown
///   distribution"; Robbins and Monro (1951), "A stochastic approximation method".
public struct RobustZScore: Baseline {
    /// `robust_z`.
    public static let name = "robust_z"
    private let kernel: RobustKernel
    private var state: Matrix

    /// Nothing learned yet; `nil` if the shape has no robust z-score.
    public init?(shape: ModelShape, capacity: Int) {
        guard let robust = shape.robustZScore else { return nil }
        kernel = RobustKernel(rate: Float(robust.rate), limits: KernelLimits(shape))
        state = Matrix(rows: RobustKernel.stateRows, columns: capacity)
    }

    /// What was saved, to go on bit for bit.
    public init(restoring bytes: [UInt8], shape: ModelShape, capacity: Int) throws(SavedStateError) {
        guard let fresh = RobustZScore(shape: shape, capacity: capacity) else { throw .switchedOff(Self.name) }
        self = fresh
        state = try saved.restored(from: bytes)[0]
    }

    /// How many series the block holds.
    public var capacity: Int { state.columns }

    /// 12: median, scale, count.
    public var bytesPerSeries: Int { saved.bytesPerSeries }

    /// Distance of each sample from the median, in scales. Changes nothing.
    public func score(_ inputs: PassInputs, into outputs: inout PassOutputs) {
        kernel.score(
            inputs.range, values: inputs.values, state: state, expected: &outputs.expected, scale: &outputs.scale,
            residual: &outputs.residual)
    }

    /// Moves median and scale one step towards each sample.
    public mutating func learn(_ inputs: PassInputs) {
        kernel.learn(inputs.range, values: inputs.values, weights: inputs.weights, state: &state)
    }

    /// Score, then learn, in one walk through memory.
    public mutating func scoreAndLearn(_ inputs: PassInputs, into outputs: inout PassOutputs) {
        kernel.scoreAndLearn(
            inputs.range, values: inputs.values, weights: inputs.weights, state: &state, expected: &outputs.expected,
            scale: &outputs.scale, residual: &outputs.residual)
    }

    /// Makes one series start again.
    public mutating func reset(_ index: Int) {
        state.fill(column: index, with: 0)
    }

    /// Sets the median; a wider scale for what is not known yet.
    public mutating func rebase(_ index: Int, to level: Float, spread: Float, slot: Int) {
        kernel.rebase(index, to: level, spread: spread, state: &state)
    }

    /// Everything that was learned.
    public func save() -> [UInt8] { saved.bytes }

    private var saved: SavedState {
        SavedState(name: Self.name, parameters: [kernel.rate] + kernel.limits.parameters, matrices: [state])
    }
}
