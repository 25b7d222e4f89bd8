import Baselines
import Samples

/// `LevelShift.c` in plain Swift.
struct PlainShift: PlainLoop {
    private let (fast, slow): (Float, Float)
    private var mean: [Float]
    private var median: [Float]
    private var spread: [Float]
    private var count: [Float]

    init(capacity: Int, rates: ModelShape.Shift) {
        (fast, slow) = (Float(rates.fast), Float(rates.slow))
        mean = [Float](repeating: 0, count: capacity)
        (median, spread, count) = (mean, mean, mean)
    }

    mutating func scoreAndLearn(_ inputs: PassInputs, into outputs: inout PassOutputs) {
        for index in inputs.range {
            let (x, w, n) = (inputs.values[index], inputs.weights[index], count[index])
            let gain = max(fast, 1 / (n + 1))
            let moved = n > 0 ? Plain.settled(mean[index] + gain * Plain.clamped(x - mean[index], 1e18)) : x
            let scale = Plain.floored(spread[index], median[index])
            Plain.write(n >= Plain.warmUp, x.isFinite ? moved : .nan, median[index], scale, index, &outputs)
            guard x.isFinite, w > 0 else { continue }
            mean[index] = moved
            Plain.track(
                x, w, rate: slow, median: &median[index], scale: &spread[index], count: &count[index])
        }
    }
}
