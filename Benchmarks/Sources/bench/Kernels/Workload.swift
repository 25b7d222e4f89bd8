import Baselines
import LinearAlgebra
import Samples

/// So many series in blocks, each with its own input, output and state, as a shard keeps them.
struct Workload {
    static let blockSize = 256
    /// Two slots of the day: a pass touches three rows of a season, so more would but fill the memory.
    static let shape = ModelShape(
        ewma: .init(), holtWinters: .init(slotsPerDay: 2), dailySeason: .init(rate: 0.15, slotsPerDay: 2),
        weeklySeason: .init(rate: 0.25, slotsPerDay: 2), warmUp: 2)

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
        loops = inputs.compactMap { Self.loop(name, capacity: $0.capacity) }
    }

    /// The plain counterpart of a baseline, with the same parameters.
    private static func loop(_ name: String, capacity: Int) -> (any PlainLoop)? {
        let block = BaselineTable.all.first { $0.name == name }?.init(shape: shape, capacity: 1)
        if let kernel = (block as? any SeasonalBaseline)?.kernel {
            return PlainHoltWinters(capacity: capacity, gains: kernel.gains, period: kernel.period)
        }
        return switch name {
        case EWMA.name: PlainEWMA(capacity: capacity)
        case RobustZScore.name: shape.robustZScore.map { PlainRobust(capacity: capacity, rate: Float($0.rate)) }
        case LevelShift.name: shape.levelShift.map { PlainShift(capacity: capacity, rates: $0) }
        case Drift.name: shape.drift.map { PlainShift(capacity: capacity, rates: $0) }
        case Spread.name: shape.spread.map { PlainSpread(capacity: capacity, rates: $0) }
        default: nil
        }
    }

    private init(series: Int) {
        for first in stride(from: 0, to: series, by: Self.blockSize) {
            var input = PassInputs(capacity: Self.blockSize)
            for index in 0..<Self.blockSize {
                let noise = Float(((first + index) &* 7_919) % 1_000) / 1_000
                // One in fifty is missing, as in life.
                input.set(
                    index, value: (first + index) % 50 == 49 ? .nan : 100 + noise, phase: noise, interval: 0.1)
            }
            inputs.append(input)
            outputs.append(PassOutputs(capacity: Self.blockSize))
        }
    }

    /// One sample of every series, half a day after the pass of the number before.
    mutating func pass(_ number: Int, together: Bool) {
        let place = ClockPlace(slotsPerDay: 2, weekday: number / 2 % 7, slot: number % 2)
        for index in inputs.indices {
            inputs[index].place = place
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

    /// Gives every series another value.
    mutating func vary(_ number: Int) {
        for block in inputs.indices {
            for index in 0..<Self.blockSize {
                inputs[block].values[index] += Float((index &* 31 &+ number &* 17) % 23 - 11) / 8
            }
        }
    }

    /// All that came out of the last pass.
    var bits: [UInt32] {
        outputs.flatMap { output in (output.expected + output.scale + output.residual).map { $0.bitPattern } }
    }

    /// Read: value, weight and state (of a season also phase, interval, three of its slots). Written: state (one slot) and
    /// three outputs.
    static func bytesPerPoint(_ type: any Baseline.Type) -> Int {
        guard let block = type.init(shape: shape, capacity: 1) else { return 0 }
        let lanes = (block as? any SeasonalBaseline).map { _ in HoltWintersKernel.stateRows }
        guard let lanes else { return 4 * (2 + 3) + 2 * block.bytesPerSeries }
        return 4 * (4 + (lanes + 3) + (lanes + 1) + 3)
    }
}
