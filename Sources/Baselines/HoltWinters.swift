internal import LinearAlgebra
public import Samples

/// What a series should be, by level, damped trend and a daily season: additive Holt-Winters by civil time slot.
///
/// Good for whatever follows the clock. The first day is learned as it comes (each slot by its mean distance from the
/// first value), the second is expected to be like it, and each day after that averages in until the gain of the season
/// takes over; so the scale is about 1.4 times the noise on the second day, 1.25 on the third, 1.1 after a week, which is
/// also the price on a series without a season. A slot that is new to a series gives no score. Series may be slower or
/// faster than the slots: an hourly one uses 24 of 288.
///
/// It does not work where a day differs from the next (weekends), for multiplicative swings, for series sampled once a
/// day or less often. What is seen for the first time while something speaks for an anomaly is left out, so an incident on
/// the first day costs the slots that it covers a day.
///
/// Ready when as many samples as the warm-up were met by a forecast, hence not before the second day.
///
/// - Cost: one pass, 7 floats a series and one more for each slot; a pass touches one row of the season.
/// - Reference: Hyndman, Koehler, Ord, Snyder (2008), "Forecasting with Exponential Smoothing", ETS(A,Ad,A); Gardner and
///   McKenzie (1985), "Forecasting trends in time series", for the damping.
public struct HoltWinters: Baseline {
    /// `holt_winters`.
    public static let name = "holt_winters"
    private let kernel: HoltWintersKernel
    private var state: Matrix
    private var season: Matrix

    /// Nothing learned yet; `nil` if the shape has no Holt-Winters.
    public init?(shape: ModelShape, capacity: Int) {
        guard let model = shape.holtWinters else { return nil }
        let gains = HoltWintersKernel.Gains(
            level: Float(model.level), trend: Float(model.trend), damping: Float(model.damping),
            season: Float(model.season))
        kernel = HoltWintersKernel(gains: gains, slots: model.slotsPerDay, limits: KernelLimits(shape))
        (state, season) = kernel.emptyState(columns: capacity)
    }

    /// What was saved, to go on bit for bit.
    public init(restoring bytes: [UInt8], shape: ModelShape, capacity: Int) throws(SavedStateError) {
        guard let fresh = HoltWinters(shape: shape, capacity: capacity) else { throw .switchedOff(Self.name) }
        self = fresh
        let matrices = try saved.restored(from: bytes)
        (state, season) = (matrices[0], matrices[1])
    }

    /// How many series the block holds.
    public var capacity: Int { state.columns }

    /// 28 for level, trend, variance and what the clock showed; 4 for each slot of the day.
    public var bytesPerSeries: Int { saved.bytesPerSeries }

    /// Distance of each sample from its forecast, in scales. Changes nothing.
    public func score(_ inputs: PassInputs, into outputs: inout PassOutputs) {
        kernel.score(
            inputs.range, slot: inputs.slot, values: inputs.values, state: state, season: season,
            expected: &outputs.expected, scale: &outputs.scale, residual: &outputs.residual)
    }

    /// Takes the pass into level, trend, scale and the season of its slot.
    public mutating func learn(_ inputs: PassInputs) {
        kernel.learn(
            inputs.range, slot: inputs.slot, values: inputs.values, weights: inputs.weights, shares: inputs.slotShares,
            state: &state, season: &season)
    }

    /// Score, then learn, in one walk through memory.
    public mutating func scoreAndLearn(_ inputs: PassInputs, into outputs: inout PassOutputs) {
        kernel.scoreAndLearn(
            inputs.range, slot: inputs.slot, values: inputs.values, weights: inputs.weights, shares: inputs.slotShares,
            state: &state, season: &season, expected: &outputs.expected, scale: &outputs.scale,
            residual: &outputs.residual)
    }

    /// Makes one series start again.
    public mutating func reset(_ index: Int) {
        kernel.reset(index, state: &state, season: &season)
    }

    /// Moves the level so that `level` is expected in `slot`, and stops the trend; starts again where it is not ready yet.
    public mutating func rebase(_ index: Int, to level: Float, spread: Float, slot: Int) {
        kernel.rebase(index, to: level, spread: spread, slot: slot, state: &state, season: &season)
    }

    /// Everything that was learned.
    public func save() -> [UInt8] { saved.bytes }

    private var saved: SavedState {
        let gains = kernel.gains
        return SavedState(
            name: Self.name,
            parameters: [gains.level, gains.trend, gains.damping, gains.season] + kernel.limits.parameters,
            matrices: [state, season])
    }
}
