/// How much a residual of one stream of one series repeats the one before it, as that series' own past tells: their
/// correlation, with residuals cut at 3 scales.
///
/// Where residuals come in clusters, samples in a row are not so many witnesses: of `n` there are only about
/// `n · (1 - r) / (1 + r)` independent ones.
///
/// It works from about a hundred samples on; it sees the dependence of neighbours only.
///
/// - Reference: Bayley and Hammersley (1946), "The 'effective' number of independent observations in an autocorrelated
///   time series".
struct Persistence: Equatable, Sendable {
    private var last: Float = 0
    private var product: Float = 0
    private var square: Float = 1

    /// Weight of the newest sample: a memory of 200 samples, 7 % noise in the correlation.
    private static let rate: Float = 0.005
    /// Residuals count as at most so many scales.
    private static let largest: Float = 3

    /// What a sample in a row with others is worth as a witness, in 0.025 ... 1.
    var worth: Float {
        let correlation = min(max(product / square, 0), 0.95)
        return (1 - correlation) / (1 + correlation)
    }

    /// Takes one residual into account, by its weight in 0 ... 1.
    mutating func learn(_ residual: Float, weight: Float) {
        let cut = min(max(residual, -Self.largest), Self.largest)
        let gain = Self.rate * weight
        product += gain * (cut * last - product)
        square += gain * (cut * cut - square)
        last = cut
    }
}
