package import Samples

extension AndonSettings {
    /// What is learned of every series: a ``ModelShape`` whose switched-off parts keep their parameters, and the zone
    /// of its seasons.
    package struct Models: Equatable, Sendable {
        /// A baseline's parameters, and whether it is in use.
        package struct Switchable<Parameters: Equatable & Sendable>: Equatable, Sendable {
            /// False leaves the baseline out.
            package var isEnabled: Bool
            /// Kept while the baseline is off.
            package var parameters: Parameters

            init(_ inUse: Parameters?, or others: Parameters) {
                isEnabled = inUse != nil
                parameters = inUse ?? others
            }

            /// The parameters where the baseline is in use, otherwise `nil`.
            package var ifEnabled: Parameters? { isEnabled ? parameters : nil }
        }

        private static let standard = ModelShape()

        /// IANA name of the zone whose civil time keys the seasons; ``civilClock(zone:)`` knows it.
        package var timeZone = "UTC"
        /// See ``ModelShape/warmUp``.
        package var warmUp = standard.warmUp
        /// See ``ModelShape/relativeFloor``.
        package var relativeFloor = standard.relativeFloor
        /// See ``ModelShape/absoluteFloor``.
        package var absoluteFloor = standard.absoluteFloor
        /// Exponentially weighted mean and variance.
        package var ewma = Switchable(standard.ewma, or: ModelShape.EWMA())
        /// Running median and robust scale.
        package var robustZ = Switchable(standard.robustZScore, or: ModelShape.RobustZScore())
        /// Level, damped trend and daily season.
        package var holtWinters = Switchable(standard.holtWinters, or: ModelShape.HoltWinters())
        /// What was seen at this time of other days.
        package var dailySeason = Switchable(standard.dailySeason, or: .daily)
        /// What was seen at this time of other weeks.
        package var weeklySeason = Switchable(standard.weeklySeason, or: .weekly)
        /// A fast mean against a slow median.
        package var levelShift = Switchable(standard.levelShift, or: .level)
        /// The same, slower.
        package var drift = Switchable(standard.drift, or: .drift)
        /// The size of steps.
        package var spread = Switchable(standard.spread, or: .spread)
        /// Level, damped trend and daily season of the logarithm.
        package var multiplicativeHoltWinters = Switchable(
            standard.multiplicativeHoltWinters, or: ModelShape.HoltWinters())
        /// Running median and robust scale of steps.
        package var firstDifference = Switchable(standard.firstDifference, or: ModelShape.RobustZScore())
        /// A fast mean against a slow median of what the season leaves.
        package var seasonalShift = Switchable(standard.seasonalShift, or: .level)

        /// What the baselines are made from.
        package var shape: ModelShape {
            ModelShape(
                ewma: ewma.ifEnabled, holtWinters: holtWinters.ifEnabled, robustZScore: robustZ.ifEnabled,
                dailySeason: dailySeason.ifEnabled, weeklySeason: weeklySeason.ifEnabled,
                levelShift: levelShift.ifEnabled, drift: drift.ifEnabled, spread: spread.ifEnabled,
                multiplicativeHoltWinters: multiplicativeHoltWinters.ifEnabled,
                firstDifference: firstDifference.ifEnabled, seasonalShift: seasonalShift.ifEnabled, warmUp: warmUp,
                relativeFloor: relativeFloor, absoluteFloor: absoluteFloor)
        }

        /// The names of the baselines in use, as settings and reports write them.
        package var enabled: Set<String> { Set(shape.baselines.keys) }
    }
}
