public import LinearAlgebra
public import Samples

/// What a series should be, by level, damped trend and a daily season: additive Holt-Winters by civil time slot.
///
/// Good for whatever follows the clock. The first day is learned as it comes (each slot by its mean distance from the
/// first value), the second is expected to be like it, and each day after that averages in until the gain of the season
/// takes over. With 144 slots and a level of 0.2 the error is 1.5 times the noise on the second day, 1.3 on the third, 1.15
/// after a week, which is also the price on a series without a season; the scale follows within a day. Series may be slower
/// or faster than the slots: an hourly one uses 24 of the 144, and of a faster one the season is drawn from slot to slot.
///
/// It does not work where a day differs from the next (weekends), for multiplicative swings, for series sampled once a
/// day or less often. It follows the level, so a day that is low throughout is strange only at its start. What is seen
/// for the first time while something speaks for an anomaly is left out, so an incident on the first day costs the slots
/// that it covers a day.
///
/// No score while it warms up, which takes as many samples as the warm-up that a forecast met, hence not before the second
/// day; and none in the first visit to a slot that is new to the series.
///
/// - Cost: one pass, 7 floats a series and one more for each slot; a pass learns one row of the season and reads two.
/// - Reference: Hyndman, Koehler, Ord, Snyder (2008), "Forecasting with Exponential Smoothing", ETS(A,Ad,A); Gardner and
///   McKenzie (1985), "Forecasting trends in time series", for the damping.
public struct HoltWinters: SeasonalBaseline {
    /// `holt_winters`.
    public static let name = "holt_winters"
    /// Where there is no season it still is a level that is followed.
    public static let isSeasonal = false
    /// It knows both the season and where the series is now.
    public static let weight: Float = 3
    /// Its scale follows the series.
    public static let followsScale = true
    /// Its recurrence.
    public let kernel: HoltWintersKernel
    /// All learned state.
    public var learned: SeasonalState

    /// Nothing learned yet; `nil` if the shape switches it off.
    public init?(shape: ModelShape, capacity: Int) {
        guard let parameters = shape.holtWinters else { return nil }
        kernel = HoltWintersKernel(parameters, limits: KernelLimits(shape))
        learned = kernel.emptyState(columns: capacity)
    }

    /// What was saved, to go on bit for bit.
    public init(restoring bytes: [UInt8], shape: ModelShape, capacity: Int) throws(SavedStateError) {
        guard let fresh = Self(shape: shape, capacity: capacity) else { throw .switchedOff(Self.name) }
        self = fresh
        learned = try restored(from: bytes)
    }
}
