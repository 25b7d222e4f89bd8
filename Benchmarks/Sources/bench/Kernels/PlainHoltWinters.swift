import Baselines

/// `HoltWinters.c` in plain Swift, for two slots a day.
struct PlainHoltWinters: PlainLoop {
    private var level: [Float]
    private var trend: [Float]
    private var variance: [Float]
    private var count: [Float]
    private var visit: [Float]
    private var last: [Float]
    private var elapsed: [Float]
    private var season: [[Float]]

    init(capacity: Int) {
        level = [Float](repeating: 0, count: capacity)
        (trend, variance, count, visit, elapsed) = (level, level, level, level, level)
        last = [Float](repeating: -1, count: capacity)
        season = [[Float]](repeating: [Float](repeating: .nan, count: capacity), count: 2)
    }

    mutating func scoreAndLearn(_ inputs: PassInputs, into outputs: inout PassOutputs) {
        let slot = inputs.slot
        for i in inputs.range {
            let (x, w) = (inputs.values[i], inputs.weights[i])
            let (known, seen) = (season[slot][i], !season[slot][i].isNaN)
            let base = level[i] + 0.9 * trend[i]
            let forecast = base + (seen ? known : 0)
            let scale = Plain.floored(variance[i].squareRoot(), forecast)
            let first = !seen || (last[i] == Float(slot) && visit[i] > 0)
            let ready = !first && count[i] >= Plain.warmUp
            Plain.write(ready, x, forecast, scale, i, &outputs)
            guard x.isFinite, w > 0 else { continue }

            let fresh = last[i] < 0
            var ahead = Float(slot) - last[i]
            if ahead < 0 { ahead += 2 }
            if !fresh && ahead * 2 <= 2 { elapsed[i] = min(elapsed[i] + ahead, 2_048) }
            last[i] = Float(slot)
            guard !first else {
                if fresh { level[i] = x }
                visit[i] = (seen ? visit[i] : 0) + w
                let e = Plain.clamped(fresh ? 0 : x - forecast, 1e18)
                season[slot][i] = Plain.settled((seen ? known : 0) + w / visit[i] * e)
                continue
            }
            var e = Plain.clamped(x - forecast, 1e18)
            if ready { e = Plain.clamped(e, 4 * scale) }
            let days = max((elapsed[i] / 2).rounded(.towardZero), 1)
            let gain = max(0.01 * w, w / (count[i] + w))
            let step = 0.05 * w * e
            season[slot][i] = Plain.settled(
                known + max(0.1, 1 / (1 + days)) * inputs.slotShares[i] * (1 - 0.05) * w * e)
            level[i] = Plain.settled(base + step)
            trend[i] = Plain.settled(0.9 * trend[i] + 0.01 * step)
            variance[i] = Plain.settled(variance[i] + gain * (e * e - variance[i]))
            count[i] = min(count[i] + w, Plain.countLimit)
            visit[i] = 0
        }
    }
}
