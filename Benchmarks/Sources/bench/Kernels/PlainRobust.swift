import Baselines

/// `RobustZScore.c` in plain Swift.
struct PlainRobust: PlainLoop {
    private var median: [Float]
    private var spread: [Float]
    private var count: [Float]

    init(capacity: Int) {
        median = [Float](repeating: 0, count: capacity)
        (spread, count) = (median, median)
    }

    mutating func scoreAndLearn(_ inputs: PassInputs, into outputs: inout PassOutputs) {
        for index in inputs.range {
            let (x, w) = (inputs.values[index], inputs.weights[index])
            let (m, s, n) = (median[index], spread[index], count[index])
            Plain.write(n >= Plain.warmUp, x, m, Plain.floored(s, m), index, &outputs)
            guard x.isFinite, w > 0 else { continue }
            count[index] = min(n + w, Plain.countLimit)
            guard n > 0 else {
                (median[index], spread[index]) = (x, Plain.floored(0, x))
                continue
            }
            let e = Plain.clamped(x - m, 1e18)
            let part = (n < 8 ? 1 : 2) / max(n, w)
            let mean = s + (abs(e) - s) * (w * part)
            let growth = 1 + w * max(0.02, part)
            let moved = abs(e) > 0.67448975 * s ? s * growth : s / growth
            let scale = Plain.floored(n < 8 ? mean : moved, m)
            let step = w * max(0.02, 1.2533141 / (n + 1)) * scale
            median[index] = Plain.settled(m + Plain.clamped(e, step))
            spread[index] = min(scale, 1e18)
        }
    }
}
