import Baselines
import Samples

/// `Spread.c` in plain Swift.
struct PlainSpread: PlainLoop {
    private let (fast, slow): (Float, Float)
    private var last: [Float]
    private var steps: [Float]
    private var median: [Float]
    private var deviation: [Float]
    private var count: [Float]

    init(capacity: Int, rates: ModelShape.Shift) {
        (fast, slow) = (Float(rates.fast), Float(rates.slow))
        last = [Float](repeating: 0, count: capacity)
        (steps, median, deviation, count) = (last, last, last, last)
    }

    mutating func scoreAndLearn(_ inputs: PassInputs, into outputs: inout PassOutputs) {
        for index in inputs.range {
            let (x, w, n) = (inputs.values[index], inputs.weights[index], count[index])
            let step = abs(Plain.clamped(x - last[index], 1e18))
            let gain = max(fast, 1 / max(n, 1))
            let moved = n > 0 ? Plain.settled(steps[index] + gain * (step - steps[index])) : 0
            let (size, least) = (
                Self.logarithm(max(moved, 1e-6)),
                Self.logarithm(Plain.floored(0, x.isFinite ? min(abs(x), abs(last[index])) : last[index]))
            )
            Plain.write(
                n >= Plain.warmUp, x.isFinite ? max(size, least) : .nan, max(median[index], least), 1, index, &outputs)
            guard x.isFinite, w > 0 else { continue }
            (last[index], steps[index]) = (x, moved)
            Plain.track(
                size, w, rate: slow, floored: { scale, _ in max(scale, 1e-3) }, median: &median[index],
                scale: &deviation[index], count: &count[index])
        }
    }

    private static func logarithm(_ x: Float) -> Float {
        let mantissa = Float(bitPattern: x.bitPattern & 0x007f_ffff | 0x3f80_0000)
        let high = mantissa > 1.41421356
        let exponent = Int(x.bitPattern >> 23) - 127 + (high ? 1 : 0)
        let m = high ? 0.5 * mantissa : mantissa
        let z = (m - 1) / (m + 1)
        let z2 = z * z
        let series = z * (2 + z2 * (0.66666667 + z2 * (0.4 + z2 * (0.28571429 + z2 * 0.22222222))))
        return Float(exponent) * 0.69314718 + series
    }
}
