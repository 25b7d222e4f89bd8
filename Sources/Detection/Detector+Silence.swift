import Samples

/// Silence as an anomaly of its own: see ``Beat``.
///
/// The deadline of a series follows from its last sample and from the jumps behind it, so it comes out the same whoever looks when.
/// Blocks are looked through only when a deadline may have passed: no later sample can have one before ``Beat/leastPatience``.
extension Detector {
    /// Takes note that a sample comes, before anything else of it: ends a silence, and learns from the pause.
    mutating func hear(_ block: Int, _ place: Int, time: Int64, step: Int64, into report: inout DetectionReport) {
        let last = blocks[block].lastStep[place]
        guard last > .min else { return }
        let pause = step &- last
        let interval = blocks[block].silenceInterval(at: place)
        guard 2 * pause > 3 * interval || blocks[block].beats[place].state != .awaited else { return }
        tellIfSilent(block, place, before: step, into: &report)
        let state = blocks[block].beats[place].state
        if state == .silent { endSilence(block, place, .recovered, at: step, time: time, into: &report) }
        blocks[block].beats[place].state = .awaited
        guard state != .ended, 2 * pause > 3 * interval else { return }
        let unheard = StepJump.excess(of: jumps, from: last, to: step, over: interval)
        let lesson = min(Float(pause), max(Float(pause - unheard), blocks[block].beats[place].mostUnheard))
        blocks[block].beats[place].note(lesson, at: step)
    }

    /// Takes note that the publisher of a series says that it ends: what is open of it is over, and it is awaited no longer.
    mutating func finish(_ block: Int, _ place: Int, at step: Int64, into report: inout DetectionReport) {
        guard blocks[block].lastStep[place] > .min else { return }
        tellIfSilent(block, place, before: step, into: &report)
        closeIfSilent(block, place, at: step, into: &report)
        if blocks[block].isOpen(place) { end(block, place, .silent, at: step, into: &report) }
        if blocks[block].beats[place].state == .silent { endSilence(block, place, .silent, at: step, into: &report) }
        blocks[block].beats[place].state = .ended
    }

    /// Tells the silences of all series of which it is time, up to the watermark.
    mutating func listen(until watermark: Int64, into report: inout DetectionReport) {
        for block in blocks.indices where blocks[block].nextLook < watermark {
            // What comes later is counted to the watermark or behind it.
            var (next, oldest) = (watermark.addingReportingOverflow(Beat.leastPatience).partialValue, watermark)
            if next < watermark { next = .max }
            for place in blocks[block].ids.indices where blocks[block].lastStep[place] > .min {
                tellIfSilent(block, place, before: watermark, into: &report)
                if let silence = blocks[block].silences[place] { next = min(next, silence.gone) }
                let state = blocks[block].beats[place].state
                if state != .ended { oldest = min(oldest, blocks[block].lastStep[place]) }
                if state == .awaited, let deadline = deadline(block, place, seenAt: watermark) {
                    next = min(next, deadline)
                }
            }
            (blocks[block].nextLook, blocks[block].oldestNeeded) = (next, oldest)
        }
        listenedTo = max(listenedTo, watermark)
    }

    /// Forgets the jumps before the last sample of every series, and those beyond the number remembered.
    mutating func forgetJumps() {
        let oldest = blocks.reduce(Int64.max) { min($0, $1.oldestNeeded) }
        let unneeded = jumps.count - StepJump.part(of: jumps, from: oldest, to: .max).count
        // Many at once: what is behind them moves up once for all.
        if unneeded > 0, unneeded == jumps.count || unneeded >= StepJump.remembered / 4 { jumps.removeFirst(unneeded) }
    }

    /// Opens the silence of a series whose deadline lies before `step`, or ends one that has lasted too long or is asked for no more.
    private mutating func tellIfSilent(
        _ block: Int, _ place: Int, before step: Int64, into report: inout DetectionReport
    ) {
        let policy = policies[blocks[block].policies[place]]
        if blocks[block].beats[place].state == .awaited, let deadline = deadline(block, place, seenAt: step),
            step > deadline
        {
            let (gone, overflow) = deadline.addingReportingOverflow(policy.goneAfter.wholeMilliseconds)
            // A policy that asks for it only now is not told what was over before.
            guard overflow || gone > listenedTo else { return blocks[block].beats[place].state = .gone }
            openSilence(block, place, at: max(deadline, listenedTo), gone: overflow ? .max : gone, into: &report)
        }
        guard let silence = blocks[block].silences[place] else { return }
        if !policy.enabled || policy.silence == .off {
            endSilence(block, place, .recovered, at: listenedTo, into: &report)
            blocks[block].beats[place].state = .gone
        } else if step > silence.gone {
            endSilence(block, place, .silent, at: silence.gone, into: &report)
            blocks[block].beats[place].state = .gone
        }
    }

    /// The step behind which the series is silent; `nil` where that is never said.
    private func deadline(_ block: Int, _ place: Int, seenAt step: Int64) -> Int64? {
        guard let patience = patience(block, place) else { return nil }
        let last = blocks[block].lastStep[place]
        var interval = blocks[block].silenceInterval(at: place)
        // Of a series for which a pause is declared the interval need not be known.
        if case .after = policies[blocks[block].policies[place]].silence { interval = max(interval, patience) }
        var (deadline, overflow) = last.addingReportingOverflow(patience)
        guard !overflow else { return nil }
        for jump in StepJump.part(of: jumps, from: last, to: step) {
            guard jump.from < deadline else { break }
            deadline += jump.excess(over: interval)
        }
        return deadline
    }

    /// How long the series may send nothing, milliseconds; `nil` for ever.
    private func patience(_ block: Int, _ place: Int) -> Int64? {
        let policy = policies[blocks[block].policies[place]]
        guard policy.enabled else { return nil }
        switch policy.silence {
        case .off: return nil
        case .after(let pause): return pause.wholeMilliseconds
        case .learned:
            let samples = blocks[block].samplesSeen[place]
            guard samples >= Beat.leastSamples else { return nil }
            let threshold = policy.threshold(interval: blocks[block].interval[place])
            let longest = Beat.ratio(ofSurprise: threshold, samples: samples) * usualPause(block, place)
            let least = Beat.leastIntervals * Float(blocks[block].silenceInterval(at: place))
            return max(Beat.leastPatience, Int64(max(longest, least)))
        }
    }

    /// The longest pause that the series is known to make, milliseconds; of a regular one its interval.
    private func usualPause(_ block: Int, _ place: Int) -> Float {
        max(blocks[block].beats[place].pause, blocks[block].interval[place])
    }

    private mutating func openSilence(
        _ block: Int, _ place: Int, at step: Int64, gone: Int64, into report: inout DetectionReport
    ) {
        // What was strange of its values is over: none come.
        if blocks[block].isOpen(place) { end(block, place, .silent, at: step, into: &report) }
        let policy = policies[blocks[block].policies[place]]
        let anomaly = silence(block, place, at: step, policy)
        blocks[block].beats[place].state = .silent
        if let rule = feedback.rules.covering(
            anomaly.series, nil, at: anomaly.time, by: configuration.clock)
        {
            blocks[block].beats[place].state = .gone
            report.heldBack.append(HeldBack(rule: rule.id, verdict: rule.verdict, anomaly: anomaly))
            return
        }
        blocks[block].silences[place] = Silence(anomaly: anomaly, gone: gone)
        report.forgotten += feedback.told.open(anomaly)
        // What sends nothing is no noise: no budget keeps it from being told.
        report.transitions.append(
            blocks[block].transition(place, at: step, anomaly, excess: BudgetLedger.certain))
    }

    /// Closes a silence: with the sample taken at `time`, or without one.
    mutating func endSilence(
        _ block: Int, _ place: Int, _ reason: Anomaly.CloseReason, at step: Int64, time: Int64? = nil,
        into report: inout DetectionReport
    ) {
        guard var anomaly = blocks[block].silences.removeValue(forKey: place)?.anomaly else { return }
        let now = time ?? blocks[block].ownTime(place, at: step)
        anomaly.phase = .closed
        anomaly.closeReason = reason
        anomaly.time = EventTime(milliseconds: now)
        anomaly.value = Double(now - blocks[block].lastTime[place]) / 1000
        if reason == .recovered { anomaly.score = 0 }
        feedback.told.close(anomaly, departure: .any)
        report.transitions.append(blocks[block].transition(place, at: step, anomaly))
    }

    /// A silence as it is told.
    private func silence(_ block: Int, _ place: Int, at step: Int64, _ policy: Policy) -> Anomaly {
        let state = blocks[block]
        let last = state.lastTime[place]
        let now = state.ownTime(place, at: step)
        let silent = Float(max(now - last, 0))
        let usual = max(usualPause(block, place), 1)
        let samples = state.samplesSeen[place]
        var surprise = policy.threshold(interval: state.interval[place])
        if policy.silence == .learned {
            surprise = max(surprise, Beat.surprise(ofRatio: silent / usual, samples: samples))
        }
        let score = Verdict.score(surprise)
        let key = state.keys[place]
        let interval = Double(state.interval[place]) / 1000
        return Anomaly(
            id: id(of: key, last, as: .silence), kind: .silence, revision: 0, phase: .opened, series: key,
            severity: policy.severity(ofScore: score), onset: EventTime(milliseconds: last),
            time: EventTime(milliseconds: now), value: Double(silent) / 1000, expected: interval, lower: 0,
            upper: Double(patience(block, place) ?? 0) / 1000, score: score, peakScore: score,
            terms: [
                Anomaly.Term(
                    baseline: "beat", expected: interval, scale: Double(usual) / 1000, residual: Double(silent / usual),
                    pValue: Power.exponential(-Double(surprise) * Power.ln10))
            ],
            samplesSeen: Int(samples), confidence: confidence(afterSamples: Int(samples)),
            configVersion: configuration.version, changes: grant(block, place, at: now).changes)
    }
}

extension SeriesBlock {
    /// What the clock of the series shows at a step: it may lie behind that of others.
    func ownTime(_ place: Int, at step: Int64) -> Int64 { lastTime[place] &+ (step &- lastStep[place]) }
}

extension StepJump {
    /// The jumps that begin in the half-open interval of steps; of many the newest, so that how many are remembered changes nothing.
    static func part(of jumps: [StepJump], from first: Int64, to end: Int64) -> ArraySlice<StepJump> {
        let upper = end == .max ? jumps.count : jumps.partitioningIndex { $0.from >= end }
        let lower = jumps.partitioningIndex { $0.from >= first }
        return jumps[max(lower, upper - remembered)..<max(upper, lower)]
    }

    /// How much of such a stretch nothing at all came in, beyond an interval for each jump, milliseconds.
    static func excess(of jumps: [StepJump], from first: Int64, to end: Int64, over interval: Int64) -> Int64 {
        part(of: jumps, from: first, to: end).reduce(0) { $0 + $1.excess(over: interval) }
    }
}

extension [StepJump] {
    /// The first index behind which the condition holds.
    fileprivate func partitioningIndex(where holds: (StepJump) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
