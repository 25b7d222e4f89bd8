import LinearAlgebra

/// One series and the seasonal kernel that follows it; unless said otherwise a season without a level, half of whose gain is that
/// of the newest period.
struct SeasonalLane {
    let kernel: HoltWintersKernel
    var learned: SeasonalState
    private let slotsPerDay: Int

    init(
        period: SeasonPeriod, gains: HoltWintersKernel.Gains = .init(level: 0, trend: 0, damping: 0, season: 0.5),
        warmUp: Float
    ) {
        let limits = KernelLimits(absoluteFloor: 1e-6, relativeFloor: 0, warmUp: warmUp)
        kernel = HoltWintersKernel(gains: gains, period: period, limits: limits)
        learned = kernel.emptyState(columns: 1)
        slotsPerDay = period.slotsPerDay
    }

    mutating func learn(
        _ value: Float, at place: ClockPlace, phase: Float = 0.5, interval: Float = 1, weight: Float = 1
    ) {
        kernel.learn(
            0..<1, at: place, values: [value], phases: [phase], intervals: [interval], weights: [weight],
            learned: &learned)
    }

    mutating func learn(_ value: Float, slot: Int, phase: Float = 0.5, interval: Float = 1, weight: Float = 1) {
        learn(
            value, at: ClockPlace(slotsPerDay: slotsPerDay, slot: slot), phase: phase, interval: interval,
            weight: weight)
    }

    func expected(at place: ClockPlace, phase: Float = 0.5, interval: Float = 1) -> Float {
        var (expected, scale, residual): ([Float], [Float], [Float]) = ([0], [0], [0])
        kernel.score(
            0..<1, at: place, values: [0], phases: [phase], intervals: [interval], learned: learned,
            expected: &expected, scale: &scale, residual: &residual)
        return expected[0]
    }

    func expected(slot: Int, phase: Float = 0.5, interval: Float = 1) -> Float {
        expected(at: ClockPlace(slotsPerDay: slotsPerDay, slot: slot), phase: phase, interval: interval)
    }
}
