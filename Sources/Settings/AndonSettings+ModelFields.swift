import Samples

extension AndonSettings {
    /// A weight that is neither nothing nor all, even in single precision.
    private static let weight = Form<Double>.number(0.0001...0.9999)

    /// The keys under `models`.
    static let modelFields: [Field<AndonSettings>] = commonFields + ewmaFields + holtWintersFields + robustZFields

    private static let commonFields: [Field<AndonSettings>] = [
        Field(
            "models.time_zone", \.models.timeZone, .timeZone, .resets("holt_winters"),
            "The zone whose civil time the daily season follows."),
        Field(
            "models.warm_up", \.models.warmUp, .whole(2...100_000), .resets("all"),
            "Samples of a series before its first verdict."),
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

    private static let holtWintersFields: [Field<AndonSettings>] = [
        Field(
            "models.holt_winters.enabled", \.models.holtWinters.isEnabled, .flag, .resets("holt_winters"),
            "Level, damped trend and daily season."),
        Field(
            "models.holt_winters.level", \.models.holtWinters.parameters.level, weight, .resets("holt_winters"),
            "Weight of the newest sample for the level."),
        Field(
            "models.holt_winters.trend", \.models.holtWinters.parameters.trend, .number(0...1),
            .resets("holt_winters"), "Weight of the newest change of level for the trend."),
        Field(
            "models.holt_winters.damping", \.models.holtWinters.parameters.damping, .number(0...1),
            .resets("holt_winters"), "What is left of the trend after one sample."),
        Field(
            "models.holt_winters.season", \.models.holtWinters.parameters.season, weight, .resets("holt_winters"),
            "Weight of the newest day for the season."),
        Field(
            "models.holt_winters.slots_per_day", \.models.holtWinters.parameters.slotsPerDay, .whole(2...1440),
            .resets("holt_winters"), "Slots of the day; four bytes of memory a series each."),
    ]

    private static let robustZFields: [Field<AndonSettings>] = [
        Field(
            "models.robust_z.enabled", \.models.robustZ.isEnabled, .flag, .resets("robust_z"),
            "Running median and robust scale: withstands spikes in what it learns."),
        Field(
            "models.robust_z.rate", \.models.robustZ.parameters.rate, weight, .resets("robust_z"),
            "Step of the median and the scale, in scales a sample."),
    ]
}
