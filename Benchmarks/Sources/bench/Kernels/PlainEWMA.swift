import Baselines

/// `EWMA.c` in plain Swift.
struct PlainEWMA: PlainLoop {
    private var mean: [Float]
    private var variance: [Float]
    private var count: [Float]

    init(capacity: Int) {
        mean = [Float](repeating: 0, count: capacity)
        (variance, count) = (mean, mean)
    }

    mutating func scoreAndLearn(_ inputs: PassInputs, into outputs: inout PassOutputs) {
        for index in inputs.range {
            let (x, w) = (inputs.values[index], inputs.weights[index])
            let scale = Plain.floored(variance[index].squareRoot(), mean[index])
            Plain.write(count[index] >= Plain.warmUp, x, mean[index], scale, index, &outputs)
            guard x.isFinite, w > 0 else { continue }
            var e = Plain.clamped(x - mean[index], 1e18)
            if count[index] >= Plain.warmUp { e = Plain.clamped(e, 4 * scale) }
            let gain = max(0.05 * w, w / (count[index] + w))
            let step = gain * e
            mean[index] = Plain.settled(mean[index] + step)
            variance[index] = Plain.settled((1 - gain) * (variance[index] + e * step))
            count[index] = min(count[index] + w, Plain.countLimit)
        }
    }
}
