/// One stretch of abnormal behaviour of one series, as it is told at one moment of its life.
///
/// What was published never changes: an update or the close is a new message with the same id and a higher revision.
public struct Anomaly: Equatable, Sendable {
    /// Where in its life the anomaly is.
    public enum Phase: String, CaseIterable, Sendable {
        /// Told for the first time.
        case opened
        /// Something material changed: the severity or the first suspect.
        case updated
        /// Over; ``Anomaly/closeReason`` says why.
        case closed
    }

    /// What is abnormal, and so what ``Anomaly/value``, ``Anomaly/expected`` and the band are numbers of.
    public enum Kind: String, CaseIterable, Sendable {
        /// The value of the series, in its unit.
        case value
        /// How fast a counter grows, in its unit per second.
        case rate
        /// That no sample comes: the seconds since the last one, against the typical seconds between two; the band ends at the longest
        /// pause that is normal.
        case silence
    }

    /// Why an anomaly ended.
    public enum CloseReason: String, CaseIterable, Sendable {
        /// The series is back inside its band.
        case recovered
        /// It lasted so long that the new level was accepted as normal.
        case levelShift = "level_shift"
        /// The series stopped. Of a silence: it has lasted so long that the series is taken as gone.
        case silent
    }

    /// What one baseline had to say about the sample.
    public struct Term: Equatable, Sendable {
        /// The baseline's name, for instance `ewma`.
        public var baseline: String
        /// What it expected, in the unit of the series.
        public var expected: Double
        /// The scale of its residuals, in the unit of the series.
        public var scale: Double
        /// The residual in scales; positive is above.
        public var residual: Double
        /// The chance of a residual at least this large while all is normal, in 0 ... 1, as that series' own past tells.
        public var pValue: Double

        /// What one baseline had to say.
        public init(baseline: String, expected: Double, scale: Double, residual: Double, pValue: Double) {
            self.baseline = baseline
            self.expected = expected
            self.scale = scale
            self.residual = residual
            self.pValue = pValue
        }
    }

    /// The same in every message about this anomaly, derived from series, onset and detector set: 16 hex digits.
    public var id: String
    /// What is abnormal.
    public var kind: Kind
    /// 1 when opened, one more with each message.
    public var revision: Int
    /// Where in its life the anomaly is.
    public var phase: Phase
    /// The abnormal series.
    public var series: SeriesKey
    /// How bad it is so far.
    public var severity: Severity
    /// The first sample of the stretch; of a silence the last one before it.
    public var onset: EventTime
    /// The sample that this message is about; of a silence that lasts, the time by which it is told.
    public var time: EventTime
    /// The value of that sample.
    public var value: Double
    /// What was expected instead.
    public var expected: Double
    /// The band of normal values at that sample.
    public var lower: Double
    /// The band of normal values at that sample.
    public var upper: Double
    /// How strange that sample is, in 0 ... 1: 0.1 for each power of ten of its p-value.
    public var score: Double
    /// The highest score of the stretch so far.
    public var peakScore: Double
    /// What each baseline had to say; those still warming up are left out.
    public var terms: [Term]
    /// Samples of the series that had been learned from before.
    public var samplesSeen: Int
    /// How far the models of the series can be trusted, in 0 ... 1; below 1 while they warm up.
    public var confidence: Double
    /// The version of the settings that decided.
    public var configVersion: String
    /// Only when closed.
    public var closeReason: CloseReason?
    /// Only when closed as ``CloseReason/levelShift``: the old level and the new one.
    public var shift: LevelChange?
    /// How often the series has opened an anomaly of late, where that is so often that this one is kept open over short recoveries;
    /// 0 where it does not flap.
    public var flaps: Int
    /// Ids of the changes in whose leases it opened, those that began last first; the newest few where there are many.
    public var changes: [String]
    /// The likeliest first; empty when nothing stands out.
    public var suspects: [Suspect]

    /// An anomaly with all its parts.
    public init(
        id: String, kind: Kind = .value, revision: Int, phase: Phase, series: SeriesKey, severity: Severity,
        onset: EventTime,
        time: EventTime, value: Double, expected: Double, lower: Double, upper: Double, score: Double,
        peakScore: Double, terms: [Term], samplesSeen: Int, confidence: Double, configVersion: String,
        closeReason: CloseReason? = nil, shift: LevelChange? = nil, flaps: Int = 0, changes: [String] = [],
        suspects: [Suspect] = []
    ) {
        self.id = id
        self.kind = kind
        self.revision = revision
        self.phase = phase
        self.series = series
        self.severity = severity
        self.onset = onset
        self.time = time
        self.value = value
        self.expected = expected
        self.lower = lower
        self.upper = upper
        self.score = score
        self.peakScore = peakScore
        self.terms = terms
        self.samplesSeen = samplesSeen
        self.confidence = confidence
        self.configVersion = configVersion
        self.closeReason = closeReason
        self.shift = shift
        self.flaps = flaps
        self.changes = changes
        self.suspects = suspects
    }
}
