import Baselines
import Samples

/// All that is learned of a fixed number of series, as columns, and the pass that is being filled for them.
///
/// Samples are put into the open pass until one comes that does not fit it: a second one of the same series, or one of
/// another civil slot. Then the pass runs through every baseline at once and each sample is judged. How samples were
/// cut into batches therefore changes no result.
struct SeriesBlock: Sendable {
    static let capacity = 256

    /// By place: the series as numbered by the process that routes samples.
    var ids: [UInt32] = []
    /// By place.
    var keys: [SeriesKey] = []
    /// By place: which of the detector's policies holds.
    var policies: [Int] = []
    /// By place: which of the alarm budgets in the settings; -1 for none.
    var budgets: [Int32] = []
    var baselines: [any Baseline]
    /// By baseline: what it costs in powers of ten that others are asked too.
    var costs: [Float]
    /// By baseline, by place: how large its residuals are.
    var tails: [[Tail]]
    /// By baseline, by place: whether the series has the season that it knows; empty for one that knows none.
    var gates: [[SeasonGate]]
    /// By baseline, by place: how much its residuals repeat each other.
    var persistence: [[Persistence]]

    // By place.
    var samplesSeen = [UInt32](repeating: 0, count: capacity)
    var lastTime = [Int64](repeating: .min, count: capacity)
    /// The step of the newest sample, milliseconds since 1970 UTC.
    var lastStep = [Int64](repeating: .min, count: capacity)
    /// Typical milliseconds between samples; 0 until there were two.
    var interval = [Float](repeating: 0, count: capacity)
    /// See ``EvidenceLevel``.
    var evidence = [Float](repeating: 0, count: capacity)
    /// What was strange lately.
    var refractory = [Refractory](repeating: Refractory(), count: capacity)
    /// The bar that the first sample of the present run met.
    var bar = [Float](repeating: 0, count: capacity)
    /// Strange samples, one after the other, up to now; 255 stands for more.
    var strangeRun = [UInt8](repeating: 0, count: capacity)
    /// When the evidence last left zero, milliseconds since 1970 UTC.
    var excursion = [Int64](repeating: 0, count: capacity)
    /// How far the series went since then, in samples beyond the allowance.
    var departure = [Departure](repeating: Departure(), count: capacity)
    /// True for a series that appeared when others had long been known: its coming is news.
    var isNewcomer = [Bool](repeating: false, count: capacity)
    /// True while an anomaly is open: most samples are spared a look into ``episodes``.
    var isAbnormal = [Bool](repeating: false, count: capacity)
    /// The open anomalies, by place.
    var episodes: [Int: Episode] = [:]
    /// How many of them were not told.
    var untold = 0
    /// The flapping anomalies that are kept open while their series are calm, by place.
    var kept: [Int: KeptAnomaly] = [:]
    /// When the newest anomalies were told, the oldest first, milliseconds since 1970 UTC; by place, of series that may flap.
    var openings: [Int: [Int64]] = [:]
    /// By place: whether the series is a counter.
    var counters: [Counter] = []
    /// By place: the pauses of the series.
    var beats = [Beat](repeating: Beat(), count: capacity)
    /// The open silences, by place.
    var silences: [Int: Silence] = [:]
    /// No series of the block is to be told silent before this step.
    var nextLook: Int64 = .min
    /// No series of the block asks for a jump before this step.
    var oldestNeeded: Int64 = .min

    /// The least scale of residuals.
    var floors: Floors
    var pass = OpenPass(capacity: capacity)
    /// What baselines see of it that are not shown the samples.
    var views: SubjectViews

    struct Floors: Sendable {
        var absolute: Float
        var relative: Float
    }

    init(shape: ModelShape) {
        baselines = BaselineTable.make(shape: shape, capacity: Self.capacity)
        tails = baselines.map { _ in [Tail](repeating: Tail(), count: Self.capacity) }
        gates = baselines.map {
            type(of: $0).isSeasonal ? [SeasonGate](repeating: SeasonGate(), count: Self.capacity) : []
        }
        persistence = baselines.map { _ in [Persistence](repeating: Persistence(), count: Self.capacity) }
        costs = Self.costs(of: baselines)
        views = SubjectViews(of: baselines, capacity: Self.capacity)
        floors = Floors(absolute: Float(shape.absoluteFloor), relative: Float(shape.relativeFloor))
    }

    /// The strange samples of one run, up to this many, count as one; a longer run is how the series is.
    private static let oneRun = 5

    private static func costs(of baselines: [any Baseline]) -> [Float] {
        let weights = baselines.map { type(of: $0).weight }
        let sum = weights.reduce(0, +)
        return weights.map { Power.logarithm(sum / $0) / Float(Power.ln10) }
    }

    /// Adds a series that has seen nothing, and tells its place.
    mutating func add(_ id: UInt32, _ key: SeriesKey, policy: Int, budget: Int?, _ counter: Counter) -> Int {
        precondition(ids.count < Self.capacity, "A block of series is full.")
        ids.append(id)
        keys.append(key)
        policies.append(policy)
        budgets.append(Int32(budget ?? -1))
        counters.append(counter)
        return ids.count - 1
    }

    /// Bytes of learned state, text left out, divided by the number of series there is room for.
    var bytesPerSeries: Int {
        let columns =
            3 * MemoryLayout<Int64>.stride + 4 * MemoryLayout<UInt32>.stride + 3 + MemoryLayout<Refractory>.stride
            + MemoryLayout<Int>.stride + MemoryLayout<Int32>.stride + MemoryLayout<Departure>.stride
            + MemoryLayout<Beat>.stride + MemoryLayout<Counter>.stride
        return baselines.reduce(columns + views.bytesPerSeries) {
            $0 + $1.bytesPerSeries + MemoryLayout<Tail>.stride + MemoryLayout<Persistence>.stride
                + (type(of: $1).isSeasonal ? MemoryLayout<SeasonGate>.stride : 0)
        }
    }

    /// Takes the residuals of the sample at `place` into the tails, and lets the gates compare.
    mutating func learnResiduals(at place: Int) {
        let time = pass.times[place]
        let run = strangeRun[place]
        let company: Tail.Company =
            isAbnormal[place]
            ? (episodes[place]?.countsOnceMore ?? false ? .longAnomaly : .anomaly)
            : run <= 1 ? .alone : run <= Self.oneRun ? .anomaly : .run
        for stream in baselines.indices {
            let residual = pass.outputs[stream].residual[place]
            let type = type(of: baselines[stream])
            if type.isSeasonal {
                gates[stream][place].learn(
                    pass.inputs.values[place], residual: residual * pass.outputs[stream].scale[place])
            }
            guard !residual.isNaN else { continue }
            persistence[stream][place].learn(residual, weight: pass.inputs.weights[place])
            tails[stream][place].learn(
                type.followsScale ? abs(residual) : abs(residual * pass.outputs[stream].scale[place]), at: time,
                as: company)
        }
    }

    /// Learns from the sample at `place` where it is none worth a look: nothing speaks for an anomaly, and none of the baselines finds
    /// it less common than one in a hundred.
    ///
    /// Decides nothing that a closer look would not decide alike; it saves the closer look.
    /// - Returns: false, with nothing learned, where the sample needs one.
    mutating func passesAsNormal(_ place: Int) -> Bool {
        guard !isAbnormal[place], evidence[place] == 0 else { return false }
        var isReady = false
        for stream in baselines.indices {
            let residual = pass.outputs[stream].residual[place]
            guard !residual.isNaN else { continue }
            isReady = true
            let unit = type(of: baselines[stream]).followsScale ? 1 : pass.outputs[stream].scale[place]
            guard abs(residual) * unit <= tails[stream][place].quiet else { return false }
        }
        guard isReady else { return false }
        learnResiduals(at: place)
        samplesSeen[place] &+= 1
        strangeRun[place] = 0
        return true
    }

    /// What each baseline that has a say thought of the sample at `place`, for the record.
    func terms(at place: Int) -> [Anomaly.Term] {
        baselines.indices.compactMap { stream in
            guard let surprise = surprise(of: stream, at: place, direction: .both) else { return nil }
            let outputs = pass.outputs[stream]
            return Anomaly.Term(
                baseline: type(of: baselines[stream]).name, expected: Double(outputs.expected[place]),
                scale: Double(outputs.scale[place]), residual: Double(outputs.residual[place]),
                pValue: Power.exponential(-Double(surprise) * Power.ln10))
        }
    }
}
