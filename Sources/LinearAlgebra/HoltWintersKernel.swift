internal import CKernels

/// Additive Holt-Winters with a damped trend for every series of a block, fused into one vectorised loop.
///
/// All columns have one element per series (*lane*); lanes do not look at each other, so a lane's bits depend neither
/// on the range nor on the size of the block. The season has one row per slot of the day; a pass touches one of them.
///
/// - Reference: Hyndman, Koehler, Ord, Snyder (2008), "Forecasting with Exponential Smoothing".
public struct HoltWintersKernel: Hashable, Sendable {
    /// Rows of the state: level, trend, variance, count, visit, last slot, elapsed slots.
    public static let stateRows = Int(andon_holt_winters_rows)
    /// The gains of the recurrences, each a share of the newest error.
    public struct Gains: Hashable, Sendable {
        /// Of the level, in (0, 1).
        public var level: Float
        /// Of the trend, relative to the level's, in [0, 1].
        public var trend: Float
        /// What is left of the trend after one sample, in [0, 1].
        public var damping: Float
        /// Of the season, a day, in (0, 1).
        public var season: Float

        /// The gains.
        public init(level: Float, trend: Float, damping: Float, season: Float) {
            self.level = level
            self.trend = trend
            self.damping = damping
            self.season = season
        }
    }

    /// The gains of the recurrences.
    public let gains: Gains
    /// Slots of the day, in 2 ... 1440.
    public let slots: Int
    /// When to score, and the least scale.
    public let limits: KernelLimits

    /// The kernel for a day of so many slots.
    public init(gains: Gains, slots: Int, limits: KernelLimits) {
        precondition(gains.level > 0 && gains.level < 1, "The gain of a level lies between 0 and 1.")
        precondition(gains.trend >= 0 && gains.trend <= 1, "The gain of a trend lies in 0 ... 1.")
        precondition(gains.damping >= 0 && gains.damping <= 1, "Damping lies in 0 ... 1.")
        precondition(gains.season > 0 && gains.season < 1, "The gain of a season lies between 0 and 1.")
        precondition(slots >= 2 && slots <= 1440, "A day has 2 ... 1440 slots.")
        self.gains = gains
        self.slots = slots
        self.limits = limits
    }

    /// The state of so many series that were never seen.
    public func emptyState(columns: Int) -> (state: Matrix, season: Matrix) {
        var state = Matrix(rows: Self.stateRows, columns: columns)
        var season = Matrix(rows: slots, columns: columns)
        for column in 0..<columns { reset(column, state: &state, season: &season) }
        return (state, season)
    }

    /// Makes one lane a series that was never seen.
    public func reset(_ lane: Int, state: inout Matrix, season: inout Matrix) {
        state.fill(column: lane, with: 0)
        state[5, lane] = -1
        season.fill(column: lane, with: .nan)
    }

    /// Moves the level of one lane so that it expects `value` in this slot, and stops its trend. The value is known from
    /// few samples only: so the scale is doubled, or set to `spread` where that is more. The season stays.
    ///
    /// A lane that is still warming up starts again: the one day it may have seen went from one level to the other, and
    /// would be expected to do so every day.
    public func rebase(
        _ lane: Int, to value: Float, spread: Float, slot: Int, state: inout Matrix, season: inout Matrix
    ) {
        guard state[3, lane] >= limits.warmUp else { return reset(lane, state: &state, season: &season) }
        let new = NewLevel(value, spread: spread)
        let offset = season[slot, lane]
        state[0, lane] = offset.isNaN ? new.level : new.level - offset
        state[1, lane] = 0
        state[2, lane] = new.variance(after: state[2, lane])
    }

    /// Writes what is expected, its scale and the residual of every lane in `range`: NaN while the lane is warming up
    /// or the slot is new to it, the residual also where the value is not finite. Changes nothing else.
    public func score(
        _ range: Range<Int>, slot: Int, values: [Float], state: Matrix, season: Matrix, expected: inout [Float],
        scale: inout [Float], residual: inout [Float]
    ) {
        checkColumns(range, state, rows: Self.stateRows, values.count, expected.count, scale.count, residual.count)
        var parameters = parameters(slot, season, state)
        andon_holt_winters_score(
            &parameters, range.lowerBound, range.upperBound, values, state.elements, state.columns, season.elements,
            &expected, &scale, &residual)
    }

    /// Takes the lanes in `range` into the state, each by its weight in [0, 1]; `shares` says what part of a slot one
    /// sample of the lane stands for, in (0, 1].
    public func learn(
        _ range: Range<Int>, slot: Int, values: [Float], weights: [Float], shares: [Float], state: inout Matrix,
        season: inout Matrix
    ) {
        checkColumns(range, state, rows: Self.stateRows, values.count, weights.count, shares.count)
        var parameters = parameters(slot, season, state)
        andon_holt_winters_learn(
            &parameters, range.lowerBound, range.upperBound, values, weights, shares, &state.elements, state.columns,
            &season.elements)
    }

    /// Score, then learn, bit for bit, in one walk through memory.
    public func scoreAndLearn(
        _ range: Range<Int>, slot: Int, values: [Float], weights: [Float], shares: [Float], state: inout Matrix,
        season: inout Matrix, expected: inout [Float], scale: inout [Float], residual: inout [Float]
    ) {
        checkColumns(
            range, state, rows: Self.stateRows, values.count, weights.count, shares.count, expected.count, scale.count,
            residual.count)
        var parameters = parameters(slot, season, state)
        andon_holt_winters_score_and_learn(
            &parameters, range.lowerBound, range.upperBound, values, weights, shares, &state.elements, state.columns,
            &season.elements, &expected, &scale, &residual)
    }

    private func parameters(_ slot: Int, _ season: Matrix, _ state: Matrix) -> andon_holt_winters {
        precondition(slot >= 0 && slot < slots, "A slot outside the day.")
        precondition(season.rows == slots, "A season has one row per slot.")
        precondition(season.columns == state.columns, "A season has as many lanes as the state.")
        return andon_holt_winters(
            limits: limits.parameters, level: gains.level, trend: gains.trend, damping: gains.damping,
            season: gains.season, slots: Float(slots), slot: Float(slot))
    }
}
