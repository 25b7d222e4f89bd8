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
    var baselines: [any Baseline]
    /// By baseline, by place: the tails of its residuals above and below.
    var upper: [[Tail]]
    var lower: [[Tail]]
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
    /// Samples beyond the allowance, one after the other, up to now; 255 stands for more.
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

    var pass = OpenPass(capacity: capacity)

    init(shape: ModelShape) {
        baselines = BaselineTable.make(shape: shape, capacity: Self.capacity)
        let fresh = [Tail](repeating: Tail(), count: Self.capacity)
        upper = baselines.map { _ in fresh }
        lower = upper
        persistence = baselines.map { _ in [Persistence](repeating: Persistence(), count: Self.capacity) }
    }

    /// Adds a series that has seen nothing, and tells its place.
    mutating func add(_ id: UInt32, _ key: SeriesKey, policy: Int) -> Int {
        precondition(ids.count < Self.capacity, "A block of series is full.")
        ids.append(id)
        keys.append(key)
        policies.append(policy)
        return ids.count - 1
    }

    /// Bytes of learned state, text left out, divided by the number of series there is room for.
    var bytesPerSeries: Int {
        let columns = 4 + 4 + 8 + 8 + 4 + 4 + 8 + 1 + 1 + 1 + MemoryLayout<Int>.stride + MemoryLayout<Departure>.stride
        return baselines.reduce(columns) {
            $0 + $1.bytesPerSeries + 2 * MemoryLayout<Tail>.stride + MemoryLayout<Persistence>.stride
        }
    }

    /// The two-sided chance of one baseline's residual.
    func pValue(of residual: Float, stream: Int, place: Int, direction: Direction) -> Double {
        switch direction {
        case .above where residual < 0, .below where residual > 0: return 1
        default: break
        }
        let tail = residual < 0 ? lower[stream][place] : upper[stream][place]
        return min(1, 2 * tail.pValue(of: abs(residual)))
    }

    /// Takes the residuals of the sample at `place` into the tails and their persistence.
    mutating func learnResiduals(at place: Int) {
        for stream in baselines.indices {
            let residual = pass.outputs[stream].residual[place]
            guard !residual.isNaN else { continue }
            let weight = pass.inputs.weights[place]
            upper[stream][place].learn(max(residual, 0), weight: weight)
            lower[stream][place].learn(max(-residual, 0), weight: weight)
            persistence[stream][place].learn(residual, weight: weight)
        }
    }

    /// Learns from the sample at `place` where it is none worth a look: nothing speaks for an anomaly, and every baseline that is
    /// ready finds it less strange than one in a hundred.
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
            let tail = residual < 0 ? lower[stream][place] : upper[stream][place]
            guard abs(residual) <= tail.threshold else { return false }
        }
        guard isReady else { return false }
        learnResiduals(at: place)
        samplesSeen[place] &+= 1
        strangeRun[place] = 0
        return true
    }

    /// What each ready baseline had to say about the sample at `place`, for the record.
    func terms(at place: Int) -> [Anomaly.Term] {
        baselines.indices.compactMap { stream in
            let outputs = pass.outputs[stream]
            let residual = outputs.residual[place]
            guard !residual.isNaN else { return nil }
            return Anomaly.Term(
                baseline: type(of: baselines[stream]).name, expected: Double(outputs.expected[place]),
                scale: Double(outputs.scale[place]), residual: Double(residual),
                pValue: pValue(of: residual, stream: stream, place: place, direction: .both))
        }
    }

    /// The band at `place` as one baseline sees it: residuals whose two-sided chance is at least `pValue`.
    func band(at place: Int, stream: Int, pValue: Double) -> (lower: Double, upper: Double) {
        let outputs = pass.outputs[stream]
        let expected = Double(outputs.expected[place])
        let scale = Double(outputs.scale[place])
        return (
            expected - scale * Double(lower[stream][place].size(ofPValue: pValue / 2)),
            expected + scale * Double(upper[stream][place].size(ofPValue: pValue / 2))
        )
    }
}
