/// When a residual becomes an alarm, and how grave it is. Nothing in here was learned, so all of it may change while
/// running without any series forgetting what it knows.
public struct Policy: Equatable, Sendable {
    /// When a series that sends nothing is abnormal.
    public enum Silence: Hashable, Sendable {
        /// Never.
        case off
        /// When it has sent nothing for longer than its own pauses so far make likely.
        case learned
        /// When it has sent nothing for so long, from its first sample on.
        case after(Duration)
    }

    /// False silences the series: it is still learned, never alarmed.
    public var enabled: Bool
    /// Which way a value must leave its band.
    public var direction: Direction
    /// A deviation smaller than this never alarms; in the unit of the series, at least 0.
    public var minimumDeviation: Double
    /// A deviation smaller than this share of the expected value never alarms; at least 0.
    public var minimumRelativeDeviation: Double
    /// The alarm budget: how far apart the false alarms of one series may be on average. A thousand series with a thousand
    /// hours each have one an hour together.
    public var falseAlarmEvery: Duration
    /// How rare a sample must be that opens an anomaly, in powers of ten: 8 is a chance of 1e-8. `nil` leaves it to the budget
    /// and to how often the series sends.
    public var openAt: Double?
    /// Strange samples, one after the other, that an anomaly needs besides; at least 1. More than 1 keeps short bursts quiet.
    public var openAfter: Int
    /// Samples inside the band, one after the other, that close an anomaly; at least 1.
    public var closeAfter: Int
    /// An anomaly that lasts this long, and at least as many samples as a new series needs before its first verdict, is a
    /// level shift: it closes and its level becomes the new normal.
    public var acceptAfter: Duration
    /// The so many-th anomaly within ``flapWithin`` is told as flapping, and kept open over short recoveries; 0 tells each alone.
    public var flapAfter: Int
    /// See ``flapAfter``. A flapping anomaly ends when the series has been calm for so long, and for up to four times as long the
    /// more often it flapped.
    public var flapWithin: Duration
    /// When a series that sends nothing is abnormal.
    public var silence: Silence
    /// A silence that has been told for so long is over: the series is taken as gone.
    public var goneAfter: Duration
    /// Peak score from which an anomaly is a warning, in 0 ... 1; below it is information.
    public var warningAt: Double
    /// Peak score from which an anomaly is critical, in 0 ... 1.
    public var criticalAt: Double

    /// What holds where no rule says otherwise.
    public static let standard = Policy()

    /// A policy; each part that is left out has its default.
    public init(
        enabled: Bool = true, direction: Direction = .both, minimumDeviation: Double = 0,
        minimumRelativeDeviation: Double = 0, falseAlarmEvery: Duration = .seconds(3_600_000), openAt: Double? = nil,
        openAfter: Int = 1, closeAfter: Int = 10,
        acceptAfter: Duration = .seconds(3600), flapAfter: Int = 3, flapWithin: Duration = .seconds(3600),
        silence: Silence = .learned, goneAfter: Duration = .seconds(86_400),
        warningAt: Double = 0.6, criticalAt: Double = 0.95
    ) {
        self.enabled = enabled
        self.direction = direction
        self.minimumDeviation = minimumDeviation
        self.minimumRelativeDeviation = minimumRelativeDeviation
        self.falseAlarmEvery = falseAlarmEvery
        self.openAt = openAt
        self.openAfter = openAfter
        self.closeAfter = closeAfter
        self.acceptAfter = acceptAfter
        self.flapAfter = flapAfter
        self.flapWithin = flapWithin
        self.silence = silence
        self.goneAfter = goneAfter
        self.warningAt = warningAt
        self.criticalAt = criticalAt
    }
}
