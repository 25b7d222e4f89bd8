import Baselines
import Samples

extension Detector {
    /// Judges each sample of the open pass of a block, then learns from them: what is abnormal must not become normal, so how
    /// much a sample teaches is only known once it is judged.
    mutating func run(_ block: Int, into report: inout DetectionReport) {
        guard !blocks[block].pass.present.isEmpty else { return }
        blocks[block].scorePass()
        if !blocks[block].kept.isEmpty { endCalm(block, into: &report) }
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
        let told = isOpen ? blocks[block].toldPeak(at: place) : 0
        let bar = max(told, blocks[block].refractory[place].bar(at: number))
        var isHeldBack = false
        if isOpen {
            isHeldBack = follow(block, place, verdict, behind: bar, policy, into: &report)
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
        if blocks[block].isTold(place) {
            report.scores.outcomes[row].insert(.abnormal)
            if let episode = blocks[block].episodes[place], episode.toldAt == episode.samples {
                report.scores.outcomes[row].insert(.opened)
            }
        }
        guard verdict.stream != nil else { return }
        report.scores.outcomes[row].insert(.scored)
        report.scores.scores[row] = Float(Verdict.score(verdict.surprise))
        report.scores.expected[row] = verdict.expected
        let band = band(block, place)
        (report.scores.lower[row], report.scores.upper[row]) = (Float(band.lower), Float(band.upper))
    }

    /// Adds the sample to the evidence.
    ///
    /// - Returns: how far that speaks for an anomaly, in powers of ten, and whether only a memory of the series finds it strange; `nil`
    ///   where this sample can open none.
    private mutating func weigh(
        _ block: Int, _ place: Int, _ verdict: Verdict, behind bar: Float, _ policy: Policy
    ) -> (news: Float, isMemory: Bool)? {
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
        guard policy.enabled, isStrange, run >= policy.openAfter else { return nil }
        return (Refractory.news(level + EvidenceLevel.allowance, behind: blocks[block].bar[place]), isMemory)
    }

    /// While nothing is open: adds the sample to the evidence, and opens an anomaly when there is enough.
    ///
    /// - Returns: true where one would have been told, but a rule or a change keeps it from that.
    private mutating func gather(
        _ block: Int, _ place: Int, _ verdict: Verdict, behind bar: Float, _ policy: Policy,
        into report: inout DetectionReport
    ) -> Bool {
        guard let (news, isMemory) = weigh(block, place, verdict, behind: bar, policy),
            news >= self.bar(block, place, isRaised: false)
        else { return false }
        let excess = news - self.bar(block, place, isRaised: false)
        let (onset, time) = (blocks[block].excursion[place], blocks[block].pass.times[place])
        let grant = grant(block, place, at: time)
        var anomaly = describe(block, place, verdict, phase: .opened, id: id(of: blocks[block].keys[place], onset))
        anomaly.onset = EventTime(milliseconds: onset)
        anomaly.severity = policy.severity(ofScore: anomaly.score)
        anomaly.changes = grant.changes
        let isTold = grant.acceptance == nil || news >= self.bar(block, place, isRaised: true)
        if isTold, holdsBack(block, place, anomaly, policy, isMemory: isMemory, into: &report) { return true }
        blocks[block].isAbnormal[place] = true
        blocks[block].untold += 1
        blocks[block].episodes[place] = Episode(
            id: anomaly.id, onset: onset, began: onset, opened: time, peakScore: anomaly.score, peak: verdict.surprise,
            severity: anomaly.severity, level: OpenPass.cut(anomaly.value), last: anomaly, grant: grant,
            raisers: blocks[block].raisers(at: place, direction: policy.direction),
            departure: blocks[block].departure[place], evidence: blocks[block].evidence[place],
            excess: (excess, excess), expected: anomaly.expected)
        if isTold { announce(block, place, anomaly, policy, into: &report) }
        return !isTold
    }

    /// While an anomaly is open: follows its peak, and closes it on recovery or when it has become normal. One that a change keeps
    /// from being told is told when it is clear.
    ///
    /// - Returns: true where it goes on untold.
    private mutating func follow(
        _ block: Int, _ place: Int, _ verdict: Verdict, behind bar: Float, _ policy: Policy,
        into report: inout DetectionReport
    ) -> Bool {
        guard var episode = blocks[block].episodes[place] else { return false }
        episode.follow(
            OpenPass.cut(blocks[block].pass.values[place]), expected: Double(verdict.expected),
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
        episode.weigh(
            verdict.surprise, worth: verdict.stream.map { blocks[block].worth(of: $0, at: place) } ?? 0,
            threshold: self.bar(block, place, isRaised: false))
        let isClearer = episode.isClearer
        if isWorse || isClearer { episode.excess.told = episode.excess.most }
        let reason = closeReason(episode, at: blocks[block].pass.times[place], policy)
        var anomaly = describe(
            block, place, verdict, phase: reason == nil ? .updated : .closed, id: episode.id)
        anomaly.onset = EventTime(milliseconds: episode.onset)
        anomaly.severity = severity
        anomaly.peakScore = episode.peakScore
        anomaly.flaps = episode.flaps
        anomaly.changes = episode.grant.changes
        episode.last = anomaly
        blocks[block].episodes[place] = episode
        if let reason {
            blocks[block].settle(place, after: episode, reason)
            end(block, place, reason, into: &report)
        } else if !episode.isTold {
            return !isNowTold(block, place, verdict, behind: bar, anomaly, policy, into: &report)
        } else if isWorse || isClearer {
            var transition = blocks[block].transition(
                place, at: blocks[block].pass.steps[place], anomaly, excess: episode.excess.most)
            transition.isNews = isWorse
            report.transitions.append(transition)
        }
        return false
    }

    /// Tells an anomaly that a change has kept from being told, where it has become clear.
    ///
    /// - Returns: false where it goes on untold.
    private mutating func isNowTold(
        _ block: Int, _ place: Int, _ verdict: Verdict, behind bar: Float, _ anomaly: Anomaly, _ policy: Policy,
        into report: inout DetectionReport
    ) -> Bool {
        guard let (news, isMemory) = weigh(block, place, verdict, behind: bar, policy),
            news >= self.bar(block, place, isRaised: true)
        else { return false }
        var anomaly = anomaly
        anomaly.phase = .opened
        guard !holdsBack(block, place, anomaly, policy, isMemory: isMemory, into: &report) else { return false }
        announce(block, place, anomaly, policy, into: &report)
        return true
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
        for stream in baselines.indices {
            let subject = type(of: baselines[stream]).subject
            guard subject != .sample else {
                baselines[stream].score(pass.inputs, into: &pass.outputs[stream])
                continue
            }
            views.show(subject, of: pass, gates: gates)
            guard let view = views[subject] else { continue }
            baselines[stream].score(view, into: &pass.outputs[stream])
            views.restore(subject, of: pass.inputs, at: pass.present, &pass.outputs[stream])
        }
    }

    /// Learns the open pass with every baseline, each sample by its weight.
    mutating func learnPass() {
        if !views.isEmpty { views.judged(pass.inputs, at: pass.present) }
        for stream in baselines.indices {
            baselines[stream].learn(views[type(of: baselines[stream]).subject] ?? pass.inputs)
        }
    }

    /// The interval by which the silence of a series is measured, milliseconds.
    func silenceInterval(at place: Int) -> Int64 { max(StepJump.leastInterval, Int64(interval[place])) }

    /// What is told to those who look at all series.
    func transition(_ place: Int, at step: Int64, _ anomaly: Anomaly, excess: Float = 0) -> Transition {
        Transition(step: step, series: ids[place], interval: Int64(interval[place]), anomaly: anomaly, excess: excess)
    }
}
