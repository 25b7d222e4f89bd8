internal import CKernels

/// Exponentially weighted mean and variance of every series of a block, fused into one vectorised loop.
///
/// All columns have one element per series (*lane*); lanes do not look at each other, so a lane's bits depend neither
/// on the range nor on the size of the block. A state of zeros is a series that was never seen.
///
/// - Reference: Finch (2009), "Incremental calculation of weighted mean and variance".
public struct EWMAKernel: LaneKernel {
    /// Rows of the state: mean, variance, count.
    public static let stateRows = Int(andon_ewma_rows)
    /// When to score, and the least scale.
    public let limits: KernelLimits
    /// Weight of the newest sample, in (0, 1).
    public let alpha: Float

    /// The kernel; `alpha` lies in (0, 1).
    public init(alpha: Float, limits: KernelLimits) {
        precondition(alpha > 0 && alpha < 1, "The weight of the newest sample lies between 0 and 1.")
        self.alpha = alpha
        self.limits = limits
    }

    /// Writes what is expected, its scale and the residual of every lane in `range`: NaN while the lane is warming up, the
    /// residual also where the value is not finite. Changes nothing else.
    public func score(
        _ range: Range<Int>, values: [Float], state: Matrix, expected: inout [Float], scale: inout [Float],
        residual: inout [Float]
    ) {
        checkColumns(
            range, state, rows: Self.stateRows, values.count, expected.count, scale.count, residual.count)
        var raw = raw
        andon_ewma_score(
            &raw, range.lowerBound, range.upperBound, values, state.elements, state.columns, &expected, &scale,
            &residual)
    }

    /// Takes the lanes in `range` into the state, each by its weight in [0, 1].
    public func learn(_ range: Range<Int>, values: [Float], weights: [Float], state: inout Matrix) {
        checkColumns(range, state, rows: Self.stateRows, values.count, weights.count)
        var raw = raw
        andon_ewma_learn(
            &raw, range.lowerBound, range.upperBound, values, weights, &state.elements, state.columns)
    }

    /// Score, then learn, bit for bit, in one walk through memory.
    public func scoreAndLearn(
        _ range: Range<Int>, values: [Float], weights: [Float], state: inout Matrix, expected: inout [Float],
        scale: inout [Float], residual: inout [Float]
    ) {
        checkColumns(
            range, state, rows: Self.stateRows, values.count, weights.count, expected.count, scale.count,
            residual.count)
        var raw = raw
        andon_ewma_score_and_learn(
            &raw, range.lowerBound, range.upperBound, values, weights, &state.elements, state.columns,
            &expected, &scale, &residual)
    }

    /// What decides how it learns.
    public var parameters: [Float] { [alpha] + limits.values }

    /// Moves the mean of one lane to a new level, which is known from few samples only: so the scale is doubled, or set
    /// to `spread` where that is more.
    public func rebase(_ lane: Int, to level: Float, spread: Float, state: inout Matrix) {
        let new = NewLevel(level, spread: spread)
        state[0, lane] = new.level
        state[1, lane] = new.variance(after: state[1, lane])
    }

    private var raw: andon_ewma { andon_ewma(limits: limits.parameters, alpha: alpha) }
}
