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
            level: Double = 0.2, trend: Double = 0.01, damping: Double = 0.9, season: Double = 0.1,
            slotsPerDay: Int = 144
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
        public init(rate: Double = 0.05) {
            self.rate = rate
        }
    }

    /// The parameters of a season without a level: what was seen at the same time of other days, or of other weeks.
    public struct Season: Hashable, Sendable {
        /// Weight of the newest period, in (0, 1).
        public var rate: Double
        /// Slots of each civil day, in 1 ... 1440.
        public var slotsPerDay: Int

        /// What holds of a day: ten minutes a slot.
        public static let daily = Season(rate: 0.15, slotsPerDay: 144)
        /// What holds of a week: an hour a slot.
        public static let weekly = Season(rate: 0.25, slotsPerDay: 24)

        /// The parameters.
        public init(rate: Double, slotsPerDay: Int) {
            self.rate = rate
            self.slotsPerDay = slotsPerDay
        }
    }

    /// The parameters of a fast mean that is held against a slow median.
    public struct Shift: Hashable, Sendable {
        /// Weight of the newest sample in the fast mean, in (0, 1).
        public var fast: Double
        /// Step of the slow median, in (0, 1), in scales a sample.
        public var slow: Double

        /// A shift of the level: some ten samples against some hundred.
        public static let level = Shift(fast: 0.15, slow: 0.005)
        /// A drift of the level: some hundred samples against a thousand.
        public static let drift = Shift(fast: 0.02, slow: 0.002)
        /// A change of spread: the steps of some hundred samples against those of a thousand.
        public static let spread = Shift(fast: 0.02, slow: 0.002)

        /// The parameters.
        public init(fast: Double, slow: Double) {
            self.fast = fast
            self.slow = slow
        }
    }

    /// Exponentially weighted mean and variance; `nil` switches it off, as with each that follows.
    public var ewma: EWMA?
    /// Level, trend and daily season.
    public var holtWinters: HoltWinters?
    /// Running median and scale.
    public var robustZScore: RobustZScore?
    /// The civil day.
    public var dailySeason: Season?
    /// The civil week.
    public var weeklySeason: Season?
    /// A fast mean against a slow median.
    public var levelShift: Shift?
    /// A slower mean against a slower median.
    public var drift: Shift?
    /// The size of steps against what it usually is.
    public var spread: Shift?
    /// The same of the logarithm: a season that multiplies.
    public var multiplicativeHoltWinters: HoltWinters?
    /// Running median and scale of steps.
    public var firstDifference: RobustZScore?
    /// A fast mean against a slow median of what the season leaves.
    public var seasonalShift: Shift?
    /// Samples of a series before its baselines give a forecast; at least 2.
    public var warmUp: Int
    /// Scale never falls below this share of the size of what is expected; at least 0.
    public var relativeFloor: Double
    /// Scale never falls below this, in the unit of the series; more than 0.
    public var absoluteFloor: Double

    /// The shape; each part that is left out has its default.
    public init(
        ewma: EWMA? = nil, holtWinters: HoltWinters? = HoltWinters(), robustZScore: RobustZScore? = RobustZScore(),
        dailySeason: Season? = .daily, weeklySeason: Season? = .weekly, levelShift: Shift? = .level,
        drift: Shift? = .drift, spread: Shift? = .spread, multiplicativeHoltWinters: HoltWinters? = nil,
        firstDifference: RobustZScore? = nil, seasonalShift: Shift? = nil, warmUp: Int = 20,
        relativeFloor: Double = 0.001,
        absoluteFloor: Double = 1e-6
    ) {
        self.ewma = ewma
        self.holtWinters = holtWinters
        self.robustZScore = robustZScore
        self.dailySeason = dailySeason
        self.weeklySeason = weeklySeason
        self.levelShift = levelShift
        self.drift = drift
        self.spread = spread
        self.multiplicativeHoltWinters = multiplicativeHoltWinters
        self.firstDifference = firstDifference
        self.seasonalShift = seasonalShift
        self.warmUp = warmUp
        self.relativeFloor = relativeFloor
        self.absoluteFloor = absoluteFloor
    }

    /// The parameters of each baseline that is switched on, by name.
    public var baselines: [String: AnyHashable] {
        let all: [String: AnyHashable?] = [
            "ewma": ewma.map(AnyHashable.init), "robust_z": robustZScore.map(AnyHashable.init),
            "holt_winters": holtWinters.map(AnyHashable.init), "daily_season": dailySeason.map(AnyHashable.init),
            "weekly_season": weeklySeason.map(AnyHashable.init), "level_shift": levelShift.map(AnyHashable.init),
            "drift": drift.map(AnyHashable.init), "spread": spread.map(AnyHashable.init),
            "holt_winters_multiplicative": multiplicativeHoltWinters.map(AnyHashable.init),
            "first_difference": firstDifference.map(AnyHashable.init),
            "seasonal_shift": seasonalShift.map(AnyHashable.init),
        ]
        return all.compactMapValues { $0 }
    }

    /// The names of those that forecast a sample itself. Without one of them nothing is judged.
    public static let forecasts = [
        "ewma", "robust_z", "holt_winters", "daily_season", "weekly_season", "holt_winters_multiplicative",
        "first_difference",
    ]

    /// The names of those that follow the civil clock.
    public static let seasonalBaselines: Set<String> = [
        "holt_winters", "daily_season", "weekly_season", "holt_winters_multiplicative",
    ]

    /// Slots into which the civil day is cut, so that each slot of each season is made of whole ones.
    public var clockSlotsPerDay: Int {
        let seasons = [
            holtWinters?.slotsPerDay, dailySeason?.slotsPerDay, weeklySeason?.slotsPerDay,
            multiplicativeHoltWinters?.slotsPerDay,
        ]
        return seasons.compactMap { $0 }.reduce(1) { $0 / greatestCommonDivisor($0, $1) * $1 }
    }
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : greatestCommonDivisor(b, a % b) }
