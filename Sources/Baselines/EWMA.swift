internal import LinearAlgebra
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
public struct EWMA: Baseline {
    /// `ewma`.
    public static let name = "ewma"
    private let kernel: EWMAKernel
    private var state: Matrix

    /// Nothing learned yet; `nil` if the shape has no EWMA.
    public init?(shape: ModelShape, capacity: Int) {
        guard let ewma = shape.ewma else { return nil }
        kernel = EWMAKernel(alpha: Float(ewma.alpha), limits: KernelLimits(shape))
        state = Matrix(rows: EWMAKernel.stateRows, columns: capacity)
    }

    /// What was saved, to go on bit for bit.
    public init(restoring bytes: [UInt8], shape: ModelShape, capacity: Int) throws(SavedStateError) {
        guard let fresh = EWMA(shape: shape, capacity: capacity) else { throw .switchedOff(Self.name) }
        self = fresh
        state = try saved.restored(from: bytes)[0]
    }

    /// How many series the block holds.
    public var capacity: Int { state.columns }

    /// 12: mean, variance, count.
    public var bytesPerSeries: Int { saved.bytesPerSeries }

    /// Distance of each sample from the mean, in standard deviations. Changes nothing.
    public func score(_ inputs: PassInputs, into outputs: inout PassOutputs) {
        kernel.score(
            inputs.range, values: inputs.values, state: state, expected: &outputs.expected, scale: &outputs.scale,
            residual: &outputs.residual)
    }

    /// Takes the pass into mean and variance.
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

    /// Sets the mean; a wider scale for what is not known yet.
    public mutating func rebase(_ index: Int, to level: Float, spread: Float, slot: Int) {
        kernel.rebase(index, to: level, spread: spread, state: &state)
    }

    /// Everything that was learned.
    public func save() -> [UInt8] { saved.bytes }

    private var saved: SavedState {
        SavedState(name: Self.name, parameters: [kernel.alpha] + kernel.limits.parameters, matrices: [state])
    }
}
