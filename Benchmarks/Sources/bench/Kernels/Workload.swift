import Baselines
import Samples

/// So many series in blocks, each with its own input, output and state, as a shard keeps them.
struct Workload {
    static let blockSize = 256
    /// Two slots of the day: only the row of the current one is touched, so more would but fill the memory.
    static let shape = ModelShape(holtWinters: .init(slotsPerDay: 2), warmUp: 2)

    private var blocks: [any Baseline] = []
    private var loops: [any PlainLoop] = []
    private var inputs: [PassInputs] = []
    private var outputs: [PassOutputs] = []

    /// Through the library.
    init(series: Int, baseline name: String) {
        self.init(series: series)
        guard let type = BaselineTable.all.first(where: { $0.name == name }) else { return }
        blocks = inputs.compactMap { type.init(shape: Self.shape, capacity: $0.capacity) }
    }

    /// Through a loop in plain Swift.
    init(series: Int, loop name: String) {
        self.init(series: series)
        loops = inputs.compactMap { input in
            switch name {
            case EWMA.name: PlainEWMA(capacity: input.capacity)
            case HoltWinters.name: PlainHoltWinters(capacity: input.capacity)
            default: PlainRobust(capacity: input.capacity)
            }
        }
    }

    private init(series: Int) {
        for first in stride(from: 0, to: series, by: Self.blockSize) {
            var input = PassInputs(capacity: Self.blockSize)
            for index in 0..<Self.blockSize {
                let noise = Float(((first + index) &* 7_919) % 1_000) / 1_000
                // One in fifty is missing, as in life.
                input.set(index, value: (first + index) % 50 == 49 ? .nan : 100 + noise)
            }
            inputs.append(input)
            outputs.append(PassOutputs(capacity: Self.blockSize))
        }
    }

    /// One sample of every series.
    mutating func pass(slot: Int, together: Bool) {
        for index in inputs.indices {
            inputs[index].slot = slot
            if !loops.isEmpty {
                loops[index].scoreAndLearn(inputs[index], into: &outputs[index])
            } else if together {
                blocks[index].scoreAndLearn(inputs[index], into: &outputs[index])
            } else {
                blocks[index].score(inputs[index], into: &outputs[index])
                blocks[index].learn(inputs[index])
            }
        }
    }

    /// All that came out of the last pass.
    var bits: [UInt32] {
        outputs.flatMap { output in (output.expected + output.scale + output.residual).map { $0.bitPattern } }
    }

    /// Read: value, weight and state (Holt-Winters: and share, season). Written: state and three outputs.
    static func bytesPerPoint(_ name: String) -> Int {
        name == HoltWinters.name ? 4 * (3 + 8 + 8 + 3) : 4 * (2 + 3 + 3 + 3)
    }
}
