internal import CKernels

/// The mean size of the steps from sample to sample of every series of a block against what it usually is: whether the
/// noise changed.
///
/// What is expected is the natural logarithm of the usual size; the residual is that of the size by the usual one. Both
/// sizes count as at least the floor of the scale where the series is.
public struct SpreadKernel: LaneKernel {
    /// Rows of the state: last value, fast mean of the steps, median and scale of its logarithm, count.
    public static let stateRows = Int(andon_spread_rows)
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
        andon_spread_score(
            &raw, range.lowerBound, range.upperBound, values, state.elements, state.columns, &expected, &scale,
            &residual)
    }

    /// Takes the lanes in `range` into the state, each by its weight in [0, 1].
    public func learn(_ range: Range<Int>, values: [Float], weights: [Float], state: inout Matrix) {
        checkColumns(range, state, rows: Self.stateRows, values.count, weights.count)
        var raw = raw
        andon_spread_learn(
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
        andon_spread_score_and_learn(
            &raw, range.lowerBound, range.upperBound, values, weights, &state.elements, state.columns,
            &expected, &scale, &residual)
    }

    /// What decides how it learns.
    public var parameters: [Float] { [fast, slow] + limits.values }

    /// Lets the next sample of one lane follow on a new level without a step, and takes the steps to be what they usually
    /// are: that the level moved, and by how much, says nothing of the noise.
    public func rebase(_ lane: Int, to level: Float, spread: Float, state: inout Matrix) {
        state[0, lane] = NewLevel(level, spread: spread).level
        state[1, lane] = andon_spread_size(state[2, lane])
    }

    private var raw: andon_spread {
        andon_spread(slow: andon_robust(limits: limits.parameters, rate: slow), fast: fast)
    }
}
