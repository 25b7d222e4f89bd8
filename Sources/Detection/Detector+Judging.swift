import Baselines
import Samples

extension Detector {
    /// Judges each sample of the open pass of a block, then learns from them: what is abnormal must not become normal, so how
    /// much a sample teaches is only known once it is judged.
    mutating func run(_ block: Int, into report: inout DetectionReport) {
        guard !blocks[block].pass.present.isEmpty else { return }
        blocks[block].scorePass()
        for place in blocks[block].pass.present {
            if !tellsScores, blocks[block].passesAsNormal(place) {
                report.scored += 1
                continue
            }
            let verdict = judge(block, place, into: &report)
            if tellsScores { tell(block, place, verdict, into: &report) }
            blocks[block].pass.inputs.weights[place] = blocks[block].weight(at: place)
            // Last, so that all that is told of the sample comes from tails that have not seen it.
            blocks[block].learnResiduals(at: place)
        }
        blocks[block].learnPass()
        blocks[block].pass.clear()
    }

    /// Judges one sample of the pass that has just run.
    ///
    /// - Returns: what it looked like to the baselines, its surprise as far as it is news.
    private mutating func judge(_ block: Int, _ place: Int, into report: inout DetectionReport) -> Verdict {
        let policy = policies[blocks[block].policies[place]]
        let isOpen = blocks[block].isAbnormal[place]
        var verdict = blocks[block].verdict(at: place, direction: policy.direction)
        let number = blocks[block].samplesSeen[place]
        blocks[block].samplesSeen[place] = number &+ 1
        guard verdict.stream != nil else {
            report.warming += 1
            if blocks[block].isNewcomer[place] {
                report.movements.append(movement(block, place, verdict, newcomer: true))
            }
            // What raised it was forgotten when the models changed; else only this sample says nothing.
            if isOpen, blocks[block].episodes[place]?.raisers.isEmpty == true {
                end(block, place, .levelShift, into: &report)
            }
            return verdict
        }
        report.scored += 1
        if isOpen || verdict.surprise >= EvidenceLevel.allowance {
            report.movements.append(movement(block, place, verdict, newcomer: false))
        }
        if !matters(verdict, policy) { verdict.surprise = 0 }
        // While an anomaly is open, only what is stranger than all of it is news.
        let told = isOpen ? blocks[block].episodes[place]?.peak ?? 0 : 0
        let bar = max(told, blocks[block].refractory[place].bar(at: number))
        var isHeldBack = false
        if isOpen {
            follow(block, place, verdict, policy, into: &report)
        } else {
            isHeldBack = gather(block, place, verdict, behind: bar, policy, into: &report)
        }
        // What was not told leaves news what is told next.
        if !isHeldBack { blocks[block].refractory[place].follow(verdict.surprise, at: number) }
        verdict.surprise = Refractory.news(verdict.surprise, behind: bar)
        return verdict
    }

    /// Tells what was said of one sample of the pass that has just run.
    private func tell(_ block: Int, _ place: Int, _ verdict: Verdict, into report: inout DetectionReport) {
        let row = blocks[block].pass.rows[place]
        report.scores.judged[row] = blocks[block].pass.inputs.values[place]
        if blocks[block].counters[place].isCounter { report.scores.outcomes[row].insert(.rate) }
        if blocks[block].isAbnormal[place], let episode = blocks[block].episodes[place] {
            report.scores.outcomes[row].insert(.abnormal)
            if episode.samples == 0 { report.scores.outcomes[row].insert(.opened) }
        }
        guard verdict.stream != nil else { return }
        report.scores.outcomes[row].insert(.scored)
        report.scores.scores[row] = Float(Verdict.score(verdict.surprise))
        report.scores.expected[row] = verdict.expected
        let band = band(block, place)
        (report.scores.lower[row], report.scores.upper[row]) = (Float(band.lower), Float(band.upper))
    }

    /// While nothing is open: adds the sample to the evidence, and opens an anomaly when there is enough.
    ///
    /// - Returns: true where one would have opened, but a rule keeps it from being told.
    private mutating func gather(
        _ block: Int, _ place: Int, _ verdict: Verdict, behind bar: Float, _ policy: Policy,
        into report: inout DetectionReport
    ) -> Bool {
        let (before, isStrange) = (blocks[block].evidence[place], verdict.surprise > EvidenceLevel.allowance)
        if before == 0 {
            // The bar is that of the first sample: else the samples of one excursion would hide each other.
            (blocks[block].excursion[place], blocks[block].bar[place]) = (blocks[block].pass.times[place], bar)
            blocks[block].departure[place] = Departure()
        }
        let isMemory = isStrange && !blocks[block].isStrangeItself(at: place, direction: policy.direction)
        if isStrange, !isMemory { blocks[block].departure[place].note(blocks[block].deviation(at: place, verdict)) }
        let worth = verdict.stream.map { blocks[block].worth(of: $0, at: place) } ?? 0
        let level = policy.enabled ? EvidenceLevel.after(before, surprise: verdict.surprise, worth: worth) : 0
        blocks[block].evidence[place] = level
        // What is asked to last must be seen in the samples themselves.
        let lasts = policy.openAfter == 1 || !isMemory
        let run = isStrange && lasts ? min(blocks[block].strangeRun[place], .max - 1) + 1 : 0
        blocks[block].strangeRun[place] = run
        let news = Refractory.news(level + EvidenceLevel.allowance, behind: blocks[block].bar[place])
        guard policy.enabled, isStrange, run >= policy.openAfter,
            news >= policy.threshold(interval: blocks[block].interval[place])
        else { return false }
        let onset = blocks[block].excursion[place]
        var anomaly = describe(block, place, verdict, phase: .opened, id: id(of: blocks[block].keys[place], onset))
        anomaly.onset = EventTime(milliseconds: onset)
        anomaly.severity = policy.severity(ofScore: anomaly.score)
        guard !holdsBack(block, place, anomaly, policy, isMemory: isMemory, into: &report) else { return true }
        blocks[block].isAbnormal[place] = true
        blocks[block].episodes[place] = Episode(
            id: anomaly.id, onset: onset, peakScore: anomaly.score, peak: verdict.surprise, severity: anomaly.severity,
            level: OpenPass.cut(anomaly.value), last: anomaly,
            raisers: blocks[block].raisers(at: place, direction: policy.direction),
            departure: blocks[block].departure[place])
        report.forgotten += feedback.told.open(anomaly)
        report.transitions.append(blocks[block].transition(place, at: blocks[block].pass.steps[place], anomaly))
        return false
    }

    /// While an anomaly is open: follows its peak, and closes it on recovery or when it has become normal.
    private mutating func follow(
        _ block: Int, _ place: Int, _ verdict: Verdict, _ policy: Policy, into report: inout DetectionReport
    ) {
        guard var episode = blocks[block].episodes[place] else { return }
        episode.follow(
            OpenPass.cut(blocks[block].pass.values[place]),
            isCalm: blocks[block].strangeness(at: place, verdict, direction: policy.direction)
                < EvidenceLevel.allowance)
        if verdict.surprise > EvidenceLevel.allowance,
            blocks[block].isStrangeItself(at: place, direction: policy.direction)
        {
            episode.departure.note(blocks[block].deviation(at: place, verdict))
        }
        episode.peakScore = max(episode.peakScore, Verdict.score(verdict.surprise))
        episode.peak = max(episode.peak, verdict.surprise)
        let severity = max(episode.severity, policy.severity(ofScore: episode.peakScore))
        let isWorse = severity > episode.severity
        episode.severity = severity
        let reason = closeReason(episode, at: blocks[block].pass.times[place], policy)
        var anomaly = describe(
            block, place, verdict, phase: reason == nil ? .updated : .closed, id: episode.id)
        anomaly.onset = EventTime(milliseconds: episode.onset)
        anomaly.severity = severity
        anomaly.peakScore = episode.peakScore
        episode.last = anomaly
        blocks[block].episodes[place] = episode
        if let reason {
            blocks[block].settle(place, after: episode, reason)
            end(block, place, reason, into: &report)
        } else if isWorse {
            report.transitions.append(blocks[block].transition(place, at: blocks[block].pass.steps[place], anomaly))
        }
    }

    /// Why the anomaly is over with the sample at `time`, or `nil` while it is not.
    private func closeReason(_ episode: Episode, at time: Int64, _ policy: Policy) -> Anomaly.CloseReason? {
        if episode.calm >= policy.closeAfter || !policy.enabled { return .recovered }
        let hasLasted = time - episode.onset >= policy.acceptAfter.wholeMilliseconds
        return hasLasted && episode.calm == 0 && episode.samples >= Episode.leastAccepted ? .levelShift : nil
    }

    /// Closes the anomaly of a series with its newest message, at the step of the pass that has just run.
    mutating func end(
        _ block: Int, _ place: Int, _ reason: Anomaly.CloseReason, at step: Int64? = nil,
        into report: inout DetectionReport
    ) {
        guard let episode = blocks[block].episodes.removeValue(forKey: place) else { return }
        blocks[block].isAbnormal[place] = false
        blocks[block].strangeRun[place] = 0
        blocks[block].evidence[place] = 0
        var anomaly = episode.last
        anomaly.phase = .closed
        anomaly.closeReason = reason
        feedback.told.close(anomaly, departure: episode.departure)
        report.transitions.append(
            blocks[block].transition(place, at: step ?? blocks[block].pass.steps[place], anomaly))
    }

    /// Closes the anomaly of a series that has sent nothing for twenty of its intervals while others did, at the step at
    /// which that was so.
    mutating func closeIfSilent(_ block: Int, _ place: Int, at step: Int64, into report: inout DetectionReport) {
        guard blocks[block].isAbnormal[place] else { return }
        let interval = blocks[block].silenceInterval(at: place)
        let last = blocks[block].lastStep[place]
        var deadline = last + StepJump.patience * interval
        guard step > deadline else { return }
        for jump in jumps where jump.from >= last && jump.from < deadline { deadline += jump.excess(over: interval) }
        guard step > deadline else { return }
        end(block, place, .silent, at: deadline, into: &report)
    }

    /// True where what is strange is further from what was expected than the policy calls negligible.
    private func matters(_ verdict: Verdict, _ policy: Policy) -> Bool {
        let deviation = abs(Double(verdict.deviation))
        return deviation >= policy.minimumDeviation
            && deviation >= policy.minimumRelativeDeviation * abs(Double(verdict.expected))
    }
}

extension SeriesBlock {
    /// How far the sample of the open pass lies above what was expected, in the unit of the series.
    func deviation(at place: Int, _ verdict: Verdict) -> Double { pass.values[place] - Double(verdict.expected) }

    /// Scores the open pass with every baseline.
    mutating func scorePass() {
        while pass.outputs.count < baselines.count { pass.outputs.append(PassOutputs(capacity: Self.capacity)) }
        for stream in baselines.indices { baselines[stream].score(pass.inputs, into: &pass.outputs[stream]) }
    }

    /// Learns the open pass with every baseline, each sample by its weight.
    mutating func learnPass() {
        for stream in baselines.indices { baselines[stream].learn(pass.inputs) }
    }

    /// The interval by which the silence of a series is measured, milliseconds.
    func silenceInterval(at place: Int) -> Int64 { max(StepJump.leastInterval, Int64(interval[place])) }

    /// What is told to those who look at all series.
    func transition(_ place: Int, at step: Int64, _ anomaly: Anomaly) -> Transition {
        Transition(step: step, series: ids[place], interval: Int64(interval[place]), anomaly: anomaly)
    }

    /// Leaves no baseline behind after an anomaly: while it was open all of them stood nearly still.
    ///
    /// A lasting level is the new normal of each. After a recovery those that still find the series strange, for
    /// instance because a season went on that they cannot see, are taken to where it is.
    mutating func settle(_ place: Int, after episode: Episode, _ reason: Anomaly.CloseReason) {
        for stream in baselines.indices where reason == .levelShift || isStrange(at: place, stream: stream) {
            let level = reason == .levelShift ? episode.level : episode.calmLevel
            let spread = reason == .levelShift ? episode.spread : 0
            baselines[stream].rebase(place, to: Float(level), spread: Float(spread), at: pass.inputs.place)
        }
    }
}
