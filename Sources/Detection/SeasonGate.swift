/// Whether a series has the season that a baseline knows, as its own past tells: whether the baseline's residuals are
/// smaller than the distance from a level that follows slowly and knows no season.
///
/// A series without a daily or weekly cycle must not pay for one: where the season explains nothing, its residuals are noise
/// of a worse forecast, and only add false alarms.
struct SeasonGate: Equatable, Sendable {
    private var level: Float = 0
    private var plain: Float = 0
    private var seasonal: Float = 0
    private var samples: Float = 0
    private var compared: Float = 0

    /// Memory of the level and of both means, in samples.
    private static let memory: (level: Float, errors: Float) = (200, 500)
    /// So long each baseline has a say, and no error counts for less than it is.
    private static let trial: Float = 50
    /// An error counts as at most so many mean ones.
    private static let largest: Float = 8

    /// True while the season explains something, or is too new to tell.
    var isOpen: Bool { compared < Self.trial || seasonal <= plain }

    /// How much smaller the residuals are with the season than without, in 0 ... 1; 0 where they are not, `nil` where too few
    /// were compared.
    var strength: Float? {
        guard compared >= Self.trial else { return nil }
        return plain > 0 ? max(0, 1 - seasonal / plain) : 0
    }

    /// Takes one sample into account.
    ///
    /// - Parameter residual: that of the seasonal baseline, in the unit of the series; NaN while it has none.
    mutating func learn(_ value: Float, residual: Float) {
        let distance = abs(value - level)
        samples = min(samples + 1, Self.memory.level)
        level += (value - level) / samples
        guard !residual.isNaN else { return }
        compared = min(compared + 1, Self.memory.errors)
        let isEarly = compared < Self.trial
        let known = isEarly ? distance : min(distance, Self.largest * max(plain, seasonal))
        let error = isEarly ? abs(residual) : min(abs(residual), Self.largest * max(plain, seasonal))
        plain += (known - plain) / compared
        seasonal += (error - seasonal) / compared
    }
}
