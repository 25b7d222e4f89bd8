internal import CKernels

/// Running median and MAD-equivalent scale of every series of a block, fused into one vectorised loop.
///
/// All columns have one element per series (*lane*); lanes do not look at each other, so a lane's bits depend neither
/// on the range nor on the size of the block. A state of zeros is a series that was never seen.
///
/// - Reference: Tierney (1983), "A space-efficient recursive procedure for estimating a quantile of an unknown
///   distribution".
public struct RobustKernel: LaneKernel {
    /// Rows of the state: median, scale, count.
    public static let stateRows = Int(andon_robust_rows)
    /// When to score, and the least scale.
    public let limits: KernelLimits
    /// Step of the median and of the scale once warmed up, in scales a sample, in (0, 1).
    public let rate: Float

    /// The kernel; `rate` lies in (0, 1).
    public init(rate: Float, limits: KernelLimits) {
        precondition(rate > 0 && rate < 1, "The step of a running median lies between 0 and 1.")
        self.rate = rate
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
        andon_robust_score(
            &raw, range.lowerBound, range.upperBound, values, state.elements, state.columns, &expected, &scale,
            &residual)
    }

    /// Takes the lanes in `range` into the state, each by its weight in [0, 1].
    public func learn(_ range: Range<Int>, values: [Float], weights: [Float], state: inout Matrix) {
        checkColumns(range, state, rows: Self.stateRows, values.count, weights.count)
        var raw = raw
        andon_robust_learn(
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
        andon_robust_score_and_learn(
            &raw, range.lowerBound, range.upperBound, values, weights, &state.elements, state.columns,
            &expected, &scale, &residual)
    }

    /// What decides how it learns.
    public var parameters: [Float] { [rate] + limits.values }

    /// Moves the median of one lane to a new level, which is known from few samples only: so the scale is doubled, or set
    /// to `spread` where that is more.
    public func rebase(_ lane: Int, to level: Float, spread: Float, state: inout Matrix) {
        let new = NewLevel(level, spread: spread)
        state[0, lane] = new.level
        state[1, lane] = new.scale(after: state[1, lane])
    }

    private var raw: andon_robust { andon_robust(limits: limits.parameters, rate: rate) }
}
