import Baselines
import Foundation
import LinearAlgebra

/// What the laws of all baselines depend on: the statistic, the season, and the kernel.
extension Fixture {
    static func statistic(of baseline: any Baseline) -> Statistic { type(of: baseline).statistic }

    /// Hourly samples before the first forecast, apart from warming up: none where it knows no season.
    static func firstPeriod(of baseline: any Baseline) -> Int {
        (baseline as? any SeasonalBaseline).map { $0.kernel.period.days * 24 } ?? 0
    }

    /// Numbers that are kept of each series.
    static func numbersKept(by baseline: any Baseline) -> Int {
        if let baseline = baseline as? any SeasonalBaseline { return 7 + baseline.kernel.period.slots }
        return [
            EWMA.name: 3, RobustZScore.name: 3, LevelShift.name: 4, Drift.name: 4, Spread.name: 5,
            FirstDifference.name: 3, SeasonalShift.name: 4,
        ][type(of: baseline).name, default: 0]
    }

    /// What is expected of a series that stands still, exactly unless it is a logarithm, and the scale of it.
    static func forecast(
        of baseline: any Baseline, level: Float, floor: Float
    ) -> (expected: ClosedRange<Float>, scale: Float) {
        guard statistic(of: baseline) == .spread else { return (level...level, floor) }
        let expected = log(floor)
        return (expected - 1e-6 * abs(expected)...expected + 1e-6 * abs(expected), 1)
    }

    /// The residual of one sample that lies so far off from a level that never moved.
    static func residual(of baseline: any Baseline, change: Float, floor: Float) -> Float {
        let part = newest(of: baseline)
        guard statistic(of: baseline) == .spread else { return min(part * change / floor, 9_999) }
        return log(max(1, part * change / floor))
    }

    /// The least residual of a sample of that size among noise of scale 1, and the largest that there is.
    static func residuals(of baseline: any Baseline, ofAGiant size: Float) -> ClosedRange<Float> {
        let least = statistic(of: baseline) == .spread ? log(newest(of: baseline) * size) - 1 : 10_000
        return least...10_000
    }

    /// The newest sample's part of the statistic.
    private static func newest(of baseline: any Baseline) -> Float {
        func kernel(_ baseline: some LaneBaseline) -> any LaneKernel { baseline.kernel }
        guard let baseline = baseline as? any LaneBaseline else { return 1 }
        switch kernel(baseline) {
        case let kernel as LevelShiftKernel: return kernel.fast
        case let kernel as SpreadKernel: return kernel.fast
        default: return 1
        }
    }
}
