internal import CKernels

/// Additive Holt-Winters with a damped trend for every series of a block, fused into one vectorised loop; with a gain of 0
/// for the level, a plain season.
///
/// All columns have one element per series (*lane*); lanes do not look at each other, so a lane's bits depend neither
/// on the range nor on the size of the block. The season has one row per slot of its period, each learned by the samples in
/// it and drawn from middle to middle; a pass learns one row and reads its neighbours.
///
/// - Reference: Hyndman, Koehler, Ord, Snyder (2008), "Forecasting with Exponential Smoothing".
public struct HoltWintersKernel: Hashable, Sendable {
    /// Rows of the state: level, trend, variance, count, visit, last slot, elapsed slots.
    public static let stateRows = Int(andon_holt_winters_rows)
    /// The gains of the recurrences, each a share of the newest error.
    public struct Gains: Hashable, Sendable {
        /// Of the level, in [0, 1).
        public var level: Float
        /// Of the trend, relative to the level's, in [0, 1].
        public var trend: Float
        /// What is left of the trend after one sample, in [0, 1].
        public var damping: Float
        /// Of the season, a period, in (0, 1).
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
    /// The clock that the season follows.
    public let period: SeasonPeriod
    /// When to score, and the least scale.
    public let limits: KernelLimits

    /// The kernel for a season of this period.
    public init(gains: Gains, period: SeasonPeriod, limits: KernelLimits) {
        precondition(gains.level >= 0 && gains.level < 1, "The gain of a level is at least 0 and less than 1.")
        precondition(gains.trend >= 0 && gains.trend <= 1, "The gain of a trend lies in 0 ... 1.")
        precondition(gains.damping >= 0 && gains.damping <= 1, "Damping lies in 0 ... 1.")
        precondition(gains.season > 0 && gains.season < 1, "The gain of a season lies between 0 and 1.")
        self.gains = gains
        self.period = period
        self.limits = limits
    }

    /// The state of so many series that were never seen.
    public func emptyState(columns: Int) -> SeasonalState {
        var learned = SeasonalState(
            lanes: Matrix(rows: Self.stateRows, columns: columns),
            season: Matrix(rows: period.slots, columns: columns))
        for column in 0..<columns { reset(column, &learned) }
        return learned
    }

    /// Makes one lane a series that was never seen.
    public func reset(_ lane: Int, _ learned: inout SeasonalState) {
        learned.lanes.fill(column: lane, with: 0)
        learned.lanes[5, lane] = -1
        learned.season.fill(column: lane, with: .nan)
    }

    /// Moves the level of one lane so that it expects `value` in the middle of the slot that this place lies in, and stops its
    /// trend. The value is known from few samples only: so the scale is doubled, or set to `spread` where that is more. The
    /// season stays.
    ///
    /// A lane that is still warming up starts again: the one period it may have seen went from one level to the other, and
    /// would be expected to do so every time.
    public func rebase(
        _ lane: Int, to value: Float, spread: Float, at place: ClockPlace, _ learned: inout SeasonalState
    ) {
        guard learned.lanes[3, lane] >= limits.warmUp else { return reset(lane, &learned) }
        let new = NewLevel(value, spread: spread)
        let offset = learned.season[period.slot(at: place), lane]
        learned.lanes[0, lane] = offset.isNaN ? new.level : new.level - offset
        learned.lanes[1, lane] = 0
        learned.lanes[2, lane] = new.variance(after: learned.lanes[2, lane])
    }

    /// Writes what is expected, its scale and the residual of every lane in `range`: NaN while the lane is warming up
    /// or the slot is new to it, the residual also where the value is not finite. Changes nothing else.
    public func score(
        _ range: Range<Int>, at place: ClockPlace, values: [Float], phases: [Float], intervals: [Float],
        learned: SeasonalState, expected: inout [Float],
        scale: inout [Float], residual: inout [Float]
    ) {
        checkColumns(
            range, learned.lanes, rows: Self.stateRows, values.count, phases.count, intervals.count, expected.count,
            scale.count, residual.count)
        var raw = raw(at: place, learned)
        andon_holt_winters_score(
            &raw, range.lowerBound, range.upperBound, values, phases, intervals, learned.lanes.elements,
            learned.lanes.columns, learned.season.elements,
            &expected, &scale, &residual)
    }

    /// Takes the lanes in `range` into the state, each by its weight in [0, 1]. `phases` says where in the stretch of the
    /// place each sample lies, in [0, 1), `intervals` how far apart the samples of the lane are, in days.
    public func learn(
        _ range: Range<Int>, at place: ClockPlace, values: [Float], phases: [Float], intervals: [Float],
        weights: [Float], learned: inout SeasonalState
    ) {
        checkColumns(
            range, learned.lanes, rows: Self.stateRows, values.count, phases.count, intervals.count, weights.count)
        var raw = raw(at: place, learned)
        andon_holt_winters_learn(
            &raw, range.lowerBound, range.upperBound, values, phases, intervals, weights, &learned.lanes.elements,
            learned.lanes.columns,
            &learned.season.elements)
    }

    /// Score, then learn, bit for bit, in one walk through memory.
    public func scoreAndLearn(
        _ range: Range<Int>, at place: ClockPlace, values: [Float], phases: [Float], intervals: [Float],
        weights: [Float], learned: inout SeasonalState, expected: inout [Float], scale: inout [Float],
        residual: inout [Float]
    ) {
        checkColumns(
            range, learned.lanes, rows: Self.stateRows, values.count, phases.count, intervals.count, weights.count,
            expected.count, scale.count,
            residual.count)
        var raw = raw(at: place, learned)
        andon_holt_winters_score_and_learn(
            &raw, range.lowerBound, range.upperBound, values, phases, intervals, weights, &learned.lanes.elements,
            learned.lanes.columns,
            &learned.season.elements, &expected, &scale, &residual)
    }

    /// What decides how it learns.
    public var parameters: [Float] { [gains.level, gains.trend, gains.damping, gains.season] + limits.values }

    private func raw(at place: ClockPlace, _ learned: SeasonalState) -> andon_holt_winters {
        precondition(learned.season.rows == period.slots, "A season has one row per slot.")
        let (slots, slot) = (period.slots, period.slot(at: place))
        let stretch = period.stretch(at: place)
        return andon_holt_winters(
            limits: limits.parameters, level: gains.level, trend: gains.trend, damping: gains.damping,
            season: gains.season, slots: Float(slots), slots_per_day: Float(period.slotsPerDay), slot: Float(slot),
            before: Float((slot + slots - 1) % slots), after: Float((slot + 1) % slots), offset: stretch.offset,
            width: stretch.width)
    }
}
