public import LinearAlgebra
public import Samples

/// What a series was at this time of other weeks: a mean by slot of the civil week, without a level of its own.
///
/// Knows weekends. Says something from the second week on. Drawn from slot to slot, so that slots of an hour make no stairs;
/// where the series itself jumps, for instance at midnight, it is wrong for half a slot on either side. A new level takes it
/// weeks, unless it is accepted.
///
/// - Cost: one pass, 7 floats a series and one more for each slot; a pass learns one row of the season and reads two.
public struct WeeklySeason: SeasonalBaseline {
    /// `weekly_season`.
    public static let name = "weekly_season"
    /// Its recurrence.
    public let kernel: HoltWintersKernel
    /// All learned state.
    public var learned: SeasonalState

    /// Nothing learned yet; `nil` if the shape switches it off.
    public init?(shape: ModelShape, capacity: Int) {
        guard let parameters = shape.weeklySeason else { return nil }
        let gains = HoltWintersKernel.Gains(level: 0, trend: 0, damping: 0, season: Float(parameters.rate))
        kernel = HoltWintersKernel(
            gains: gains, period: .week(slotsPerDay: parameters.slotsPerDay), limits: KernelLimits(shape))
        learned = kernel.emptyState(columns: capacity)
    }

    /// What was saved, to go on bit for bit.
    public init(restoring bytes: [UInt8], shape: ModelShape, capacity: Int) throws(SavedStateError) {
        guard let fresh = Self(shape: shape, capacity: capacity) else { throw .switchedOff(Self.name) }
        self = fresh
        learned = try restored(from: bytes)
    }
}
