import Samples

extension AndonSettings {
    /// A weight that is neither nothing nor all, even in single precision.
    private static let weight = Form<Double>.number(0.0001...0.9999)

    /// The keys under `models`.
    static let modelFields: [Field<AndonSettings>] =
        commonFields + ewmaFields + robustZFields + holtWintersFields + seasonFields + shiftFields
        + furtherFields

    private static let commonFields: [Field<AndonSettings>] = [
        Field(
            "models.time_zone", \.models.timeZone, .timeZone, .resets("seasons"),
            "The zone whose civil time the daily and weekly seasons follow."),
        Field(
            "models.warm_up", \.models.warmUp, .whole(2...100_000), .resets("all"),
            "Samples of a series before its baselines give a forecast; verdicts count in full after some 200 more."),
        Field(
            "models.relative_floor", \.models.relativeFloor, .number(0...1), .resets("all"),
            "The scale of residuals never falls below this share of what is expected."),
        Field(
            // Ends well inside what single precision can hold.
            "models.absolute_floor", \.models.absoluteFloor, .number(1e-30...1e30), .resets("all"),
            "The scale of residuals never falls below this, in the unit of the series."),
    ]

    private static let ewmaFields: [Field<AndonSettings>] = [
        Field(
            "models.ewma.enabled", \.models.ewma.isEnabled, .flag, .resets("ewma"),
            "Exponentially weighted mean and variance: slow drifts; blind to seasons."),
        Field(
            "models.ewma.alpha", \.models.ewma.parameters.alpha, weight, .resets("ewma"), "Weight of the newest sample."
        ),
    ]

    private static let robustZFields: [Field<AndonSettings>] = [
        Field(
            "models.robust_z.enabled", \.models.robustZ.isEnabled, .flag, .resets("robust_z"),
            "Running median and robust scale: withstands spikes in what it learns."),
        Field(
            "models.robust_z.rate", \.models.robustZ.parameters.rate, weight, .resets("robust_z"),
            "Step of the median and the scale, in scales a sample."),
    ]

    private static let holtWintersFields =
        holtWinters("holt_winters", \.models.holtWinters, "Level, damped trend and daily season.")

    private static let furtherFields: [Field<AndonSettings>] =
        holtWinters(
            "holt_winters_multiplicative", \.models.multiplicativeHoltWinters,
            "The same where season and noise are shares of the level; says nothing of samples that are not above 0.")
        + [
            part(
                "first_difference.enabled", of: \.models.firstDifference, \.isEnabled, .flag,
                "Running median and robust scale of the steps from sample to sample: for what wanders without a level."),
            part(
                "first_difference.rate", of: \.models.firstDifference, \.parameters.rate, weight,
                "Step of the median and the scale, in scales a sample."),
        ]
        + shift(
            "seasonal_shift", \.models.seasonalShift,
            "What a season leaves, by the mean of some ten samples against a running median of some hundred.")

    private static func holtWinters(
        _ name: String,
        _ path: any WritableKeyPath<AndonSettings, Models.Switchable<ModelShape.HoltWinters>> & Sendable,
        _ about: String
    ) -> [Field<AndonSettings>] {
        [
            part("\(name).enabled", of: path, \.isEnabled, .flag, about),
            part(
                "\(name).level", of: path, \.parameters.level, weight, "Weight of the newest sample for the level."),
            part(
                "\(name).trend", of: path, \.parameters.trend, .number(0...1),
                "Weight of the newest change of level for the trend."),
            part(
                "\(name).damping", of: path, \.parameters.damping, .number(0...1),
                "What is left of the trend after one sample."),
            part(
                "\(name).season", of: path, \.parameters.season, weight, "Weight of the newest day for the season."),
            part(
                "\(name).slots_per_day", of: path, \.parameters.slotsPerDay, .slots(from: 2),
                "Slots of the day, drawn from middle to middle; four bytes of memory a series each."),
        ]
    }

    private static let seasonFields: [Field<AndonSettings>] =
        season(
            "daily_season", \.models.dailySeason, slotsFrom: 2,
            "What was seen at this time of other days; remembers where Holt-Winters follows.",
            "Weight of the newest day.")
        + season(
            "weekly_season", \.models.weeklySeason, slotsFrom: 1, "What was seen at this time of other weeks.",
            "Weight of the newest week.")

    private static let shiftFields: [Field<AndonSettings>] =
        shift(
            "level_shift", \.models.levelShift,
            "The mean of some ten samples against a running median of some hundred.")
        + shift(
            "drift", \.models.drift, "The mean of some hundred samples against a running median of some thousand.")
        + shift(
            "spread", \.models.spread,
            "The size of the steps of some hundred samples against what it usually is: flapping, and frozen values.")

    private static func season(
        _ name: String, _ path: any WritableKeyPath<AndonSettings, Models.Switchable<ModelShape.Season>> & Sendable,
        slotsFrom least: Int, _ about: String, _ rate: String
    ) -> [Field<AndonSettings>] {
        [
            part("\(name).enabled", of: path, \.isEnabled, .flag, about),
            part("\(name).rate", of: path, \.parameters.rate, weight, rate),
            part(
                "\(name).slots_per_day", of: path, \.parameters.slotsPerDay, .slots(from: least),
                "Slots of each day, drawn from middle to middle; four bytes of memory a series each."),
        ]
    }

    private static func shift(
        _ name: String, _ path: any WritableKeyPath<AndonSettings, Models.Switchable<ModelShape.Shift>> & Sendable,
        _ about: String
    ) -> [Field<AndonSettings>] {
        [
            part("\(name).enabled", of: path, \.isEnabled, .flag, about),
            part("\(name).fast", of: path, \.parameters.fast, weight, "Weight of the newest sample in the fast mean."),
            part(
                "\(name).slow", of: path, \.parameters.slow, weight,
                "Step of the slow median, in its scales a sample."),
        ]
    }

    /// A key of one baseline.
    private static func part<Parameters, Value>(
        _ name: String, of baseline: any WritableKeyPath<AndonSettings, Models.Switchable<Parameters>> & Sendable,
        _ path: any WritableKeyPath<Models.Switchable<Parameters>, Value> & Sendable, _ form: Form<Value>,
        _ about: String
    ) -> Field<AndonSettings> {
        Field(
            "models.\(name)", form, .resets(String(name.prefix { $0 != "." })), about,
            get: { $0[keyPath: baseline][keyPath: path] }, set: { $0[keyPath: baseline][keyPath: path] = $1 })
    }
}
