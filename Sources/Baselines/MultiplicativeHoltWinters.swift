public import LinearAlgebra
public import Samples

/// What a series should be, by level, damped trend and a daily season that multiplies: ``HoltWinters`` of the logarithm.
///
/// Good where the swing of the day, and the noise, are shares of the level: traffic that doubles in size doubles its evening peak
/// too. Says nothing of samples that are not above 0.
///
/// - Cost: as ``HoltWinters``, and a logarithm and an exponential a sample.
/// - Reference: Hyndman, Koehler, Ord, Snyder (2008), "Forecasting with Exponential Smoothing": on logarithms additive season and
///   error are multiplicative ones.
public struct MultiplicativeHoltWinters: SeasonalBaseline {
    /// `holt_winters_multiplicative`.
    public static let name = "holt_winters_multiplicative"
    /// Where there is no season it still is a level that is followed.
    public static let isSeasonal = false
    /// Shares add up on the logarithm.
    public static let subject = Subject.logarithm
    /// Its scale follows the series.
    public static let followsScale = true
    /// Its recurrence.
    public let kernel: HoltWintersKernel
    /// All learned state.
    public var learned: SeasonalState

    /// Nothing learned yet; `nil` if the shape switches it off.
    public init?(shape: ModelShape, capacity: Int) {
        guard let parameters = shape.multiplicativeHoltWinters else { return nil }
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
