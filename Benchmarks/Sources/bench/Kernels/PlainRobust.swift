import Baselines

/// `RobustZScore.c` in plain Swift.
struct PlainRobust: PlainLoop {
    private let rate: Float
    private var median: [Float]
    private var spread: [Float]
    private var count: [Float]

    init(capacity: Int, rate: Float) {
        self.rate = rate
        median = [Float](repeating: 0, count: capacity)
        (spread, count) = (median, median)
    }

    mutating func scoreAndLearn(_ inputs: PassInputs, into outputs: inout PassOutputs) {
        for index in inputs.range {
            let (x, w) = (inputs.values[index], inputs.weights[index])
            let scale = Plain.floored(spread[index], median[index])
            Plain.write(count[index] >= Plain.warmUp, x, median[index], scale, index, &outputs)
            guard x.isFinite, w > 0 else { continue }
            Plain.track(
                x, w, rate: rate, median: &median[index], scale: &spread[index], count: &count[index])
        }
    }
}
