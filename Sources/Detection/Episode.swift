import Samples

/// An anomaly that is open, as far as its own series knows it.
struct Episode: Sendable {
    let id: String
    let onset: Int64
    /// The highest score so far.
    var peakScore: Double
    /// The same in powers of ten.
    var peak: Float
    var severity: Severity
    /// Mean of the values of the stretch, the newer ones weighing more: the level to accept if it lasts.
    var level: Double
    /// The newest message about it, for closing it when no sample comes any more.
    var last: Anomaly
    /// The baselines that found the series strange when it was told; none where they were replaced since.
    var raisers: [Int]
    /// How far the series went in it.
    var departure: Departure
    /// The evidence for it, which goes on growing while it lasts; see ``EvidenceLevel``.
    var evidence: Float
    /// By how many powers of ten it is rarer than its series asks, at most so far, and as it was last told.
    var excess: (most: Float, told: Float)
    /// Mean distance of the values from ``level``.
    var spread = 0.0
    /// So many powers of ten are as good as certain: more is not told.
    static let mostExcess: Float = 12
    /// It is told that an anomaly has become clearer by so many powers of ten.
    static let clearer: Float = 2
    /// A level is accepted no sooner than from so many samples.
    static let leastAccepted = 60
    /// Samples since it was told.
    var samples = 0
    /// Samples inside the band, one after the other, up to now.
    var calm = 0
    /// Mean of the values of those samples.
    var calmLevel = 0.0

    /// How much the next sample teaches while the anomaly is open, against 1 otherwise.
    ///
    /// It falls with the number of samples, so that a whole hour at one a second teaches less than one normal sample. A
    /// constant share would not do: a scale that learns a residual of 4 scales, again and again, grows without end.
    var learning: Float { 0.1 / Float(samples + 1) }

    /// True at the 20th sample, the 40th, the 80th and so on: by then it is part of how the series is.
    var countsOnceMore: Bool {
        samples > 0 && samples.isMultiple(of: Self.stretch) && (samples / Self.stretch).nonzeroBitCount == 1
    }

    private static let stretch = 20

    /// Weight of the newest sample in ``level`` and ``spread``.
    private static let weight = 0.1

    /// Takes a value of the stretch into its levels.
    mutating func follow(_ value: Double, isCalm: Bool) {
        samples += 1
        spread += Self.weight * (abs(value - level) - spread)
        level += Self.weight * (value - level)
        calm = isCalm ? calm + 1 : 0
        calmLevel = isCalm ? calmLevel + (value - calmLevel) / Double(calm) : 0
    }
}
