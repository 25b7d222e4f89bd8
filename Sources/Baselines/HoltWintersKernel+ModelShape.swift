import LinearAlgebra
import Samples

extension HoltWintersKernel {
    /// That of a daily season with a level and a damped trend.
    init(_ parameters: ModelShape.HoltWinters, limits: KernelLimits) {
        let gains = Gains(
            level: Float(parameters.level), trend: Float(parameters.trend), damping: Float(parameters.damping),
            season: Float(parameters.season))
        self.init(gains: gains, period: .day(slots: parameters.slotsPerDay), limits: limits)
    }
}
