internal import CKernels

/// A fast mean against a slow running median of every series of a block: whether the level moved.
///
/// What is expected is the median; the residual is that of the mean with the newest sample in it.
public struct LevelShiftKernel: LaneKernel {
    /// Rows of the state: fast mean, slow median, slow scale, count.
    public static let stateRows = Int(andon_shift_rows)
    /// When to score, and the least scale.
    public let limits: KernelLimits
    /// Weight of the newest sample in the fast mean, in (0, 1).
    public let fast: Float
    /// Step of the slow median, in its scales a sample, in (0, 1).
    public let slow: Float

    /// The kernel; both rates lie in (0, 1).
    public init(fast: Float, slow: Float, limits: KernelLimits) {
        precondition(fast > 0 && fast < 1, "The weight of the newest sample lies between 0 and 1.")
        precondition(slow > 0 && slow < 1, "The step of a running median lies between 0 and 1.")
        self.fast = fast
        self.slow = slow
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
        andon_shift_score(
            &raw, range.lowerBound, range.upperBound, values, state.elements, state.columns, &expected, &scale,
            &residual)
    }

    /// Takes the lanes in `range` into the state, each by its weight in [0, 1].
    public func learn(_ range: Range<Int>, values: [Float], weights: [Float], state: inout Matrix) {
        checkColumns(range, state, rows: Self.stateRows, values.count, weights.count)
        var raw = raw
        andon_shift_learn(
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
        andon_shift_score_and_learn(
            &raw, range.lowerBound, range.upperBound, values, weights, &state.elements, state.columns,
            &expected, &scale, &residual)
    }

    /// What decides how it learns.
    public var parameters: [Float] { [fast, slow] + limits.values }

    /// Moves the mean and the median of one lane to a new level, which is known from few samples only: so the scale is
    /// doubled, or set to `spread` where that is more.
    public func rebase(_ lane: Int, to level: Float, spread: Float, state: inout Matrix) {
        let new = NewLevel(level, spread: spread)
        state[0, lane] = new.level
        state[1, lane] = new.level
        state[2, lane] = new.scale(after: state[2, lane])
    }

    private var raw: andon_shift {
        andon_shift(slow: andon_robust(limits: limits.parameters, rate: slow), fast: fast)
    }
}
