public import Samples

/// Judges the samples of one shard: what they should have been, how strange they are, and whether an anomaly opens or
/// closes. Owns all learned state of its series.
///
/// Each sample is judged by a state that has not seen it. Only its own series and the event times decide, so the same
/// samples in the same order give the same decisions however they are cut into batches.
public struct Detector: Sendable {
    /// What it works by; see ``apply(_:)``.
    public internal(set) var configuration: DetectorConfiguration

    /// True where reports say something of each sample, not only of the strange ones. Then each costs several times as
    /// much: the others are passed by at a glance.
    public var tellsScores = false

    var blocks: [SeriesBlock] = []
    /// The policies in use, each once; blocks refer to them by index.
    var policies: [Policy] = []
    var slotsPerDay: Int
    /// By number of the series: where it lives.
    private var places: [Place?] = []
    /// Blocks whose pass holds samples, in the order in which they got the first.
    private var touched: [Int] = []
    /// The step of the first sample of all series, those of other detectors too.
    private var start: Int64?
    /// The newest jumps of the step, as far as a series may still ask for them.
    var jumps: [StepJump] = []
    /// The newest watermark: silences up to there were told.
    var listenedTo: Int64 = .min
    /// How long series were watched, for the alarm budgets.
    var exposure = ExposureSum()
    /// The changes that are allowed for.
    var leases = ChangeLeases()
    /// What operators said, and the anomalies that they may speak of.
    var feedback = FeedbackMemory()

    struct Place: Sendable {
        var block: Int32
        var index: Int32
    }

    /// A detector that knows no series.
    public init(_ configuration: DetectorConfiguration) {
        self.configuration = configuration
        slotsPerDay = configuration.shape.clockSlotsPerDay
    }

    /// Makes a series known, with nothing learned; again for the same number changes nothing.
    ///
    /// - Parameter id: its number in the process that routes samples.
    public mutating func add(_ id: UInt32, _ key: SeriesKey) {
        let number = Int(id)
        if number >= places.count {
            places.append(contentsOf: repeatElement(nil, count: number + 1 - places.count))
        }
        guard places[number] == nil else { return }
        if blocks.last.map({ $0.ids.count == SeriesBlock.capacity }) ?? true {
            blocks.append(SeriesBlock(shape: configuration.shape))
        }
        let block = blocks.count - 1
        let counter = configuration.policies.metrics.counter(key)
        if counter.isCounter { counterCount += 1 }
        let index = blocks[block].add(
            id, key, policy: policyIndex(for: key, as: counter.type),
            budget: configuration.policies.budgetIndex(for: key), counter)
        places[number] = Place(block: Int32(block), index: Int32(index))
    }

    /// How many series it owns.
    public var seriesCount: Int { blocks.reduce(0) { $0 + $1.ids.count } }

    /// How many of its series are judged as counters.
    public internal(set) var counterCount = 0

    /// Bytes of learned state for each series, its text left out.
    public var bytesPerSeries: Int { blocks.first?.bytesPerSeries ?? 0 }

    /// How many anomalies are open.
    public var openCount: Int { blocks.reduce(0) { $0 + $1.openCount } }

    /// Judges a batch, learns from it, and reports.
    ///
    /// - Parameters:
    ///   - samples: of series made known with ``add(_:_:)``; steps must not fall, not within and not between batches.
    ///   - jumps: of the step, since the batch before and up to the watermark: no series is called silent for them.
    ///   - start: the step of the first sample ever, also of series that others own; without it, of the first sample here.
    ///   - watermark: no later sample will be counted to a step before this one.
    ///   - report: what was found is added to it.
    public mutating func process(
        _ samples: RoutedSamples, jumps newJumps: [StepJump] = [], start first: Int64? = nil, watermark: Int64,
        into report: inout DetectionReport
    ) {
        jumps += newJumps
        let start = self.start ?? first ?? samples.steps.first ?? .max
        if start < .max { self.start = start }
        let firstRow = report.scores.count
        if tellsScores { report.scores.grow(by: samples.count) }
        for row in 0..<samples.count {
            let number = Int(samples.series[row])
            guard number < places.count, let place = places[number] else {
                preconditionFailure("A sample of a series that this detector does not own.")
            }
            let (block, index) = (Int(place.block), Int(place.index))
            let (time, step) = (samples.times[row], samples.steps[row])
            let moment = moment(of: time, interval: blocks[block].interval[index])
            if !blocks[block].pass.accepts(index, at: moment.place) { run(block, into: &report) }
            guard time >= blocks[block].lastTime[index] else {
                report.outOfOrder += 1
                if tellsScores { report.scores.outcomes[firstRow + row] = .leftOut }
                continue
            }
            guard !StaleMarker.isMarker(samples.values[row]) else {
                finish(block, index, at: step, into: &report)
                if tellsScores { report.scores.outcomes[firstRow + row] = .leftOut }
                continue
            }
            hear(block, index, time: time, step: step, into: &report)
            closeIfSilent(block, index, at: step, into: &report)
            let watched = blocks[block].note(index, time: time, step: step, start: start)
            if blocks[block].budgets[index] >= 0 {
                exposure.add(watched, budget: Int(blocks[block].budgets[index]), step: step, into: &report)
            }
            guard let value = judged(block, index, samples.values[row], at: time, into: &report) else { continue }
            if blocks[block].pass.present.isEmpty { touched.append(block) }
            blocks[block].pass.put(
                index, row: firstRow + row, value: value, time: time, step: step, at: moment,
                interval: blocks[block].interval[index] / Float(ClockMoment.day))
        }
        exposure.close(before: watermark, into: &report)
        for block in touched { run(block, into: &report) }
        touched.removeAll(keepingCapacity: true)
        listen(until: watermark, into: &report)
        for block in blocks.indices where blocks[block].holdsAnomalies {
            for index in blocks[block].abnormalPlaces {
                closeIfSilent(block, index, at: watermark, into: &report)
            }
        }
        forgetJumps()
    }

    /// Where in the civil week a sample of a series counts that comes at such intervals, milliseconds.
    ///
    /// Half an interval later, so that jitter at the border of two slots does not send a series to both in turn; half a
    /// slot at most, or a series slower than the slots would come from one border to another.
    func moment(of time: Int64, interval: Float) -> ClockMoment {
        let middle = time &+ Int64(min(interval, Float(ClockMoment.day) / Float(slotsPerDay)) / 2)
        return ClockMoment(middle, slotsPerDay: slotsPerDay, clock: configuration.clock)
    }

    /// The index of the policy that holds for a series, among ``policies``.
    mutating func policyIndex(for key: SeriesKey, as type: MetricType) -> Int {
        let policy = configuration.policies.policy(for: key, as: type)
        if let index = policies.firstIndex(of: policy) { return index }
        policies.append(policy)
        return policies.count - 1
    }
}

extension SeriesBlock {
    /// How much a strange sample teaches with which no anomaly is open: too little to make a season of it where nothing else is
    /// known of the time of day.
    private static let doubted: Float = 0.45

    /// How much the sample that was just judged teaches the baselines: hardly anything while an anomaly is open. Else it is the
    /// baselines that say what is strange, whatever the policy asks for.
    func weight(at place: Int) -> Float {
        if isAbnormal[place] { return episodes[place]?.learning ?? 1 }
        return verdict(at: place, direction: .both).surprise > EvidenceLevel.allowance ? Self.doubted : 1
    }

    /// Series that appear within this time of the first sample of all are not new, they are the start; milliseconds.
    private static let startUp: Int64 = 60_000

    /// Notes the coming of a sample: when, how long after the one before, and whether the series is new at all.
    ///
    /// - Returns: for how long the series was watched since the one before, milliseconds; in a long pause nobody watched it.
    mutating func note(_ place: Int, time: Int64, step: Int64, start: Int64) -> Int64 {
        let gap = lastTime[place] == .min ? 0 : time - lastTime[place]
        if lastTime[place] == .min {
            isNewcomer[place] = step - start > Self.startUp
        } else if isNewcomer[place], interval[place] == 0 {
            // Of a slow series all that came in its first two intervals is the start.
            isNewcomer[place] = lastStep[place] - start > 2 * (time - lastTime[place])
        }
        if lastTime[place] != .min, time > lastTime[place] {
            let gap = Float(time - lastTime[place])
            // A median in steps of a tenth: robust against gaps, and settled after some twenty samples.
            let current = interval[place]
            interval[place] = current == 0 ? gap : (gap > current ? min(gap, current * 1.1) : max(gap, current / 1.1))
        }
        lastTime[place] = time
        lastStep[place] = step
        return min(gap, StepJump.patience * silenceInterval(at: place))
    }
}
