import Samples

/// An anomaly that is open, as far as its own series knows it.
struct Episode: Sendable {
    let id: String
    let onset: Int64
    /// The highest score so far.
    var peakScore: Double
    var severity: Severity
    /// Samples inside the band, one after the other, up to now.
    var calm = 0
    /// Samples of the stretch since it was told. A level is accepted no sooner than from as many as a new series needs.
    var samples = 0
    /// Mean of the values of the stretch, the newer ones weighing more: the level to accept if it lasts.
    var level: Double
    /// Mean distance of those values from ``level``.
    var spread = 0.0
    /// The newest message about it, for closing it when no sample comes any more.
    var last: Anomaly

    /// How much a sample teaches while the anomaly is open, against 1 otherwise. With residuals clipped as they are, an
    /// hour at one sample a second moves a level by a few standard deviations: an incident does not become normal, yet a
    /// season that was learned from one heals.
    static let learning: Float = 0.02

    /// Weight of the newest sample in ``level`` and ``spread``.
    private static let weight = 0.1

    /// Takes a value of the stretch into its level.
    mutating func follow(_ value: Double) {
        samples += 1
        spread += Self.weight * (abs(value - level) - spread)
        level += Self.weight * (value - level)
    }
}
