/// What is learned of every series, and how. Unlike a ``Policy`` it decides the shape of the learned state: a change
/// of it makes series start again.
public struct ModelShape: Hashable, Sendable {
    /// The parameters of exponentially weighted mean and variance.
    public struct EWMA: Hashable, Sendable {
        /// Weight of the newest sample, in (0, 1).
        public var alpha: Double

        /// The parameters.
        public init(alpha: Double = 0.05) {
            self.alpha = alpha
        }
    }

    /// The parameters of additive Holt-Winters with a damped trend.
    public struct HoltWinters: Hashable, Sendable {
        /// Weight of the newest sample for the level, in (0, 1).
        public var level: Double
        /// Weight of the newest level change for the trend, in [0, 1].
        public var trend: Double
        /// What is left of the trend after one sample, in [0, 1].
        public var damping: Double
        /// Weight of the newest day for the season, in (0, 1).
        public var season: Double
        /// Slots of the civil day, in 2 ... 1440.
        public var slotsPerDay: Int

        /// The parameters.
        public init(
            level: Double = 0.05, trend: Double = 0.01, damping: Double = 0.9, season: Double = 0.1,
            slotsPerDay: Int = 288
        ) {
            self.level = level
            self.trend = trend
            self.damping = damping
            self.season = season
            self.slotsPerDay = slotsPerDay
        }
    }

    /// The parameters of the robust z-score.
    public struct RobustZScore: Hashable, Sendable {
        /// Step of the running median and scale once warmed up, in (0, 1), in scales a sample.
        public var rate: Double

        /// The parameters.
        public init(rate: Double = 0.02) {
            self.rate = rate
        }
    }

    /// `nil` switches the baseline off.
    public var ewma: EWMA?
    /// `nil` switches the baseline off.
    public var holtWinters: HoltWinters?
    /// `nil` switches the baseline off.
    public var robustZScore: RobustZScore?
    /// Samples of a series before its first verdict; at least 2.
    public var warmUp: Int
    /// Scale never falls below this share of the size of what is expected; at least 0.
    public var relativeFloor: Double
    /// Scale never falls below this, in the unit of the series; more than 0.
    public var absoluteFloor: Double

    /// The shape; each part that is left out has its default.
    public init(
        ewma: EWMA? = EWMA(), holtWinters: HoltWinters? = HoltWinters(), robustZScore: RobustZScore? = RobustZScore(),
        warmUp: Int = 60, relativeFloor: Double = 0.001, absoluteFloor: Double = 1e-6
    ) {
        self.ewma = ewma
        self.holtWinters = holtWinters
        self.robustZScore = robustZScore
        self.warmUp = warmUp
        self.relativeFloor = relativeFloor
        self.absoluteFloor = absoluteFloor
    }
}
