import Baselines
import LinearAlgebra

/// `HoltWinters.c` in plain Swift, for a clock whose slots are those of the season.
struct PlainHoltWinters: PlainLoop {
    private let gains: HoltWintersKernel.Gains
    private let period: SeasonPeriod
    private var level: [Float]
    private var trend: [Float]
    private var variance: [Float]
    private var count: [Float]
    private var visit: [Float]
    private var last: [Float]
    private var elapsed: [Float]
    private var season: [[Float]]

    init(capacity: Int, gains: HoltWintersKernel.Gains, period: SeasonPeriod) {
        (self.gains, self.period) = (gains, period)
        level = [Float](repeating: 0, count: capacity)
        (trend, variance, count, visit, elapsed) = (level, level, level, level, level)
        last = [Float](repeating: -1, count: capacity)
        season = [[Float]](repeating: [Float](repeating: .nan, count: capacity), count: period.slots)
    }

    mutating func scoreAndLearn(_ inputs: PassInputs, into outputs: inout PassOutputs) {
        let slot = period.slot(at: inputs.place)
        for i in inputs.range {
            let (x, w) = (inputs.values[i], inputs.weights[i])
            let share = inputs.intervals[i] * Float(period.slotsPerDay)
            let (known, seen) = (season[slot][i], !season[slot][i].isNaN)
            let base = level[i] + gains.damping * trend[i]
            let forecast = base + (seen ? drawn(slot, i, at: share < 1 ? inputs.phases[i] : 0.5) : 0)
            let scale = Plain.floored(variance[i].squareRoot(), forecast)
            let first = !seen || (last[i] == Float(slot) && visit[i] > 0)
            let ready = !first && count[i] >= Plain.warmUp
            Plain.write(ready, x, forecast, scale, i, &outputs)
            guard x.isFinite, w > 0 else { continue }

            let fresh = last[i] < 0
            advance(i, to: slot, fresh: fresh)
            let limit = ready ? 4 * scale : 1e18
            let own = Plain.clamped(fresh ? 0 : x - (base + (seen ? known : 0)), limit)
            guard !first else {
                if fresh { level[i] = x }
                visit[i] = (seen ? visit[i] : 0) + w
                season[slot][i] = Plain.settled((seen ? known : 0) + w / visit[i] * own)
                continue
            }
            let e = Plain.clamped(x - forecast, limit)
            let periods = max(((elapsed[i] + 0.5) * (1 / Float(period.slots))).rounded(.towardZero), 1)
            let gain = max(0.01 * w, w / (count[i] + w))
            let step = gains.level * w * e
            season[slot][i] = Plain.settled(
                known + max(gains.season, 1 / (1 + periods)) * min(share, 1) * (1 - gains.level) * w * own)
            level[i] = Plain.settled(base + step)
            trend[i] = Plain.settled(gains.damping * trend[i] + gains.trend * step)
            variance[i] = Plain.settled(variance[i] + gain * (e * e - variance[i]))
            count[i] = min(count[i] + w, Plain.countLimit)
            visit[i] = 0
        }
    }

    /// The season between the middles of this slot and of the nearer neighbour.
    private func drawn(_ slot: Int, _ i: Int, at position: Float) -> Float {
        let neighbour = (slot + (position < 0.5 ? period.slots - 1 : 1)) % period.slots
        let (own, other) = (season[slot][i], season[neighbour][i])
        return other.isNaN ? own : own + abs(position - 0.5) * (other - own)
    }

    /// Moves the clock of one series.
    private mutating func advance(_ i: Int, to slot: Int, fresh: Bool) {
        let slots = Float(period.slots)
        var ahead = Float(slot) - last[i]
        if ahead < 0 { ahead += slots }
        if !fresh && ahead * 2 <= slots { elapsed[i] = min(elapsed[i] + ahead, 1_024 * slots) }
        last[i] = Float(slot)
    }
}
