package import Samples

extension AndonSettings {
    /// What is learned of every series: a ``ModelShape`` whose switched-off parts keep their parameters, and the zone
    /// of its seasons.
    package struct Models: Equatable, Sendable {
        /// A baseline's parameters, and whether it is in use.
        package struct Switchable<Parameters: Equatable & Sendable>: Equatable, Sendable {
            /// False leaves the baseline out.
            package var isEnabled = true
            /// Kept while the baseline is off.
            package var parameters: Parameters

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
        package var ewma = Switchable(parameters: ModelShape.EWMA())
        /// Level, damped trend and daily season.
        package var holtWinters = Switchable(parameters: ModelShape.HoltWinters())
        /// Running median and robust scale.
        package var robustZ = Switchable(parameters: ModelShape.RobustZScore())

        /// What the baselines are made from.
        package var shape: ModelShape {
            ModelShape(
                ewma: ewma.ifEnabled, holtWinters: holtWinters.ifEnabled, robustZScore: robustZ.ifEnabled,
                warmUp: warmUp, relativeFloor: relativeFloor, absoluteFloor: absoluteFloor)
        }

        /// The names of the baselines in use, as settings and reports write them.
        package var enabled: Set<String> {
            var names: Set<String> = []
            if ewma.isEnabled { names.insert("ewma") }
            if holtWinters.isEnabled { names.insert("holt_winters") }
            if robustZ.isEnabled { names.insert("robust_z") }
            return names
        }
    }
}
