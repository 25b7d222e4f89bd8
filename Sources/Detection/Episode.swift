import Samples

/// An anomaly that is open, as far as its own series knows it.
struct Episode: Sendable {
    private(set) var id: String
    /// The first sample of all that is told under its id.
    private(set) var onset: Int64
    /// The first sample of this stretch, and the one with which it opened.
    let began: Int64
    let opened: Int64
    /// The highest score so far.
    var peakScore: Double
    /// The same in powers of ten.
    var peak: Float
    var severity: Severity
    /// Mean of the values of the stretch, the newer ones weighing more: the level to accept if it lasts.
    var level: Double
    /// The newest message about it, for closing it when no sample comes any more.
    var last: Anomaly
    /// The changes in whose leases it opened.
    var grant: ChangeGrant
    /// The baselines that found the series strange when it was told; none where they were replaced since.
    var raisers: [Int]
    /// How far the series went in it.
    var departure: Departure
    /// The evidence for it, which goes on growing while it lasts; see ``EvidenceLevel``.
    var evidence: Float
    /// By how many powers of ten it is rarer than its series asks, at most so far, and as it was last told.
    var excess: (most: Float, told: Float)
    /// Mean of what was expected of the stretch, weighted as ``level``.
    var expected: Double
    /// Mean distance of the values from ``level``.
    var spread = 0.0
    /// False while a change keeps it from being told.
    var isTold = false
    /// How many samples it had when its opening was told; `nil` where it was not, or where it goes on with one that was kept open.
    var toldAt: Int?
    /// See ``Anomaly/flaps``.
    var flaps = 0
    /// So many powers of ten are as good as certain: more is not told.
    private static let mostExcess: Float = 12
    /// It is told that an anomaly has become clearer by so many powers of ten.
    private static let clearer: Float = 2
    /// A level is accepted no sooner than from so many samples, unless a change speaks for it.
    static let leastAccepted = 60
    /// Samples since it opened.
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

    /// Adds a sample to the evidence.
    ///
    /// - Parameter threshold: how rare a sample must be that opens an anomaly, in powers of ten.
    mutating func weigh(_ surprise: Float, worth: Float, threshold: Float) {
        evidence = EvidenceLevel.after(evidence, surprise: surprise, worth: worth)
        let now = evidence + EvidenceLevel.allowance - threshold
        excess.most = min(max(excess.most, now), max(excess.most, Self.mostExcess))
    }

    /// True where it has become so much clearer since it was last told that it is worth telling.
    var isClearer: Bool { excess.most >= excess.told + Self.clearer }

    /// True at the 20th sample, the 40th, the 80th and so on: by then it is part of how the series is.
    var countsOnceMore: Bool {
        samples > 0 && samples.isMultiple(of: Self.stretch) && (samples / Self.stretch).nonzeroBitCount == 1
    }

    private static let stretch = 20

    /// Weight of the newest sample in ``level``, ``expected`` and ``spread``, once there are ten.
    private static let weight = 0.1

    /// Takes a value of the stretch, and what was expected instead, into its levels.
    mutating func follow(_ value: Double, expected other: Double, isCalm: Bool) {
        samples += 1
        let weight = max(Self.weight, 1 / Double(samples + 1))
        spread += weight * (abs(value - level) - spread)
        level += weight * (value - level)
        expected += weight * (other - expected)
        calm = isCalm ? calm + 1 : 0
        calmLevel = isCalm ? calmLevel + (value - calmLevel) / Double(calm) : 0
    }

    /// Goes on with an anomaly that was kept open: what is told of it is told under its id.
    mutating func join(_ kept: KeptAnomaly) {
        (id, onset, flaps) = (kept.anomaly.id, kept.anomaly.onset.milliseconds, kept.anomaly.flaps + 1)
        severity = max(severity, kept.anomaly.severity)
        peakScore = max(peakScore, kept.anomaly.peakScore)
        departure.above = max(departure.above, kept.departure.above)
        departure.below = max(departure.below, kept.departure.below)
        isTold = true
    }
}
