/// What a sample looked like to the baselines of its series, before anything was decided.
struct Verdict {
    /// The most surprising baseline that was ready, or `nil` while all are warming up.
    var stream: Int?
    /// What that baseline expected, in the unit of the series.
    var expected: Float = 0
    /// The scale of its residuals, in the unit of the series.
    var scale: Float = 1
    /// The residual in scales; positive is above.
    var residual: Float = 0
    /// The chance of something this strange while all is normal, over all baselines together, in 0 ... 1.
    var pValue: Double = 1

    /// Powers of ten: how many times the sample is less likely than one in ten; 0 ... ``mostSurprise``.
    var surprise: Float { Float(min(Power.surprise(of: pValue), Double(Self.mostSurprise))) }

    /// In 0 ... 1: 0.1 for each power of ten of the p-value.
    var score: Double { min(1, Double(surprise) / 10) }

    /// One sample counts for no more than this: a scale that is too small must not decide alone for ever.
    static let mostSurprise: Float = 12
}
