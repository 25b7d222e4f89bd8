import Baselines

/// What a sample looked like to the baselines of its series, before anything was decided.
struct Verdict {
    /// The baseline that was surprised most, or that forecasts best where none was; `nil` while all are warming up.
    var stream: Int?
    /// What the baseline that forecasts best expected, in the unit of the series.
    var expected: Float = 0
    /// Distance of the sample from that, in its scales; positive is above.
    var residual: Float = 0
    /// How far the statistic that surprised most lies from what was expected of it, in the unit of the series.
    var deviation: Float = 0
    /// Powers of ten: how many times something this strange, over all baselines together, is rarer than always.
    var surprise: Float = 0

    /// A surprise as it is told, in 0 ... 1: 0.1 for each power of ten up to the ninth, then ever closer to 1.
    static func score(_ surprise: Float) -> Double {
        let surprise = Double(max(0, surprise))
        return surprise <= 9 ? surprise / 10 : 1 - 0.1 / (surprise - 8)
    }
}
