import Baselines
import Samples

extension Detector {
    /// Runs the open pass of a block through its baselines and judges each of its samples.
    mutating func run(_ block: Int, into report: inout DetectionReport) {
        guard !blocks[block].pass.present.isEmpty else { return }
        blocks[block].runBaselines()
        for place in blocks[block].pass.present { judge(block, place, into: &report) }
        blocks[block].pass.clear()
    }

    /// Judges one sample of the pass that has just run.
    private mutating func judge(_ block: Int, _ place: Int, into report: inout DetectionReport) {
        let policy = policies[blocks[block].policies[place]]
        let verdict = blocks[block].verdict(at: place, direction: policy.direction)
        let isOpen = blocks[block].episodes[place] != nil
        if !isOpen { blocks[block].learnTails(at: place) }
        blocks[block].samplesSeen[place] &+= 1
        guard verdict.stream != nil else {
            report.warming += 1
            if isNewcomer(block, place) { report.movements.append(movement(block, place, verdict, newcomer: true)) }
            return
        }
        report.scored += 1
        if isOpen || verdict.surprise >= EvidenceLevel.allowance {
            report.movements.append(movement(block, place, verdict, newcomer: false))
        }
        let surprise = matters(block, place, verdict, policy) ? verdict.surprise : 0
        if isOpen {
            follow(block, place, verdict, surprise, policy, into: &report)
        } else {
            gather(block, place, verdict, surprise, policy, into: &report)
        }
    }

    /// While nothing is open: adds the sample to the evidence, and opens an anomaly when there is enough.
    private mutating func gather(
        _ block: Int, _ place: Int, _ verdict: Verdict, _ surprise: Float, _ policy: Policy,
        into report: inout DetectionReport
    ) {
        let before = blocks[block].evidence[place]
        let level = EvidenceLevel.after(before, surprise: surprise)
        if before == 0, level > 0 { blocks[block].excursion[place] = blocks[block].pass.times[place] }
        blocks[block].evidence[place] = level
        guard level >= Float(policy.openAt), policy.enabled else { return }
        let onset = blocks[block].excursion[place]
        var anomaly = describe(block, place, verdict, phase: .opened, id: id(of: blocks[block].keys[place], onset))
        anomaly.onset = EventTime(milliseconds: onset)
        anomaly.severity = policy.severity(ofScore: anomaly.score)
        blocks[block].episodes[place] = Episode(
            id: anomaly.id, onset: onset, peakScore: anomaly.score, severity: anomaly.severity,
            level: anomaly.value, last: anomaly)
        report.transitions.append(blocks[block].transition(place, at: blocks[block].pass.steps[place], anomaly))
    }

    /// While an anomaly is open: follows its peak, and closes it on recovery or when it has become normal.
    private mutating func follow(
        _ block: Int, _ place: Int, _ verdict: Verdict, _ surprise: Float, _ policy: Policy,
        into report: inout DetectionReport
    ) {
        guard var episode = blocks[block].episodes[place] else { return }
        let time = blocks[block].pass.times[place]
        episode.follow(blocks[block].pass.values[place])
        episode.calm = surprise < EvidenceLevel.allowance ? episode.calm + 1 : 0
        episode.peakScore = max(episode.peakScore, surprise > 0 ? verdict.score : 0)
        let severity = max(episode.severity, policy.severity(ofScore: episode.peakScore))
        var phase: Anomaly.Phase?
        var reason: Anomaly.CloseReason?
        if episode.calm >= policy.closeAfter || !policy.enabled {
            (phase, reason) = (.closed, .recovered)
        } else if time - episode.onset >= policy.acceptAfter.wholeMilliseconds,
            episode.samples >= configuration.shape.warmUp
        {
            (phase, reason) = (.closed, .levelShift)
            blocks[block].accept(place, level: Float(episode.level), spread: Float(episode.spread))
        } else if severity > episode.severity {
            phase = .updated
        }
        episode.severity = severity
        var anomaly = describe(block, place, verdict, phase: phase ?? .updated, id: episode.id)
        anomaly.onset = EventTime(milliseconds: episode.onset)
        anomaly.severity = severity
        anomaly.peakScore = episode.peakScore
        anomaly.closeReason = reason
        episode.last = anomaly
        blocks[block].episodes[place] = reason == nil ? episode : nil
        if reason != nil { blocks[block].evidence[place] = 0 }
        guard phase != nil else { return }
        report.transitions.append(blocks[block].transition(place, at: blocks[block].pass.steps[place], anomaly))
    }

    /// Closes the anomaly of a series that has sent nothing for twenty of its intervals, at the step at which that was so.
    mutating func closeIfSilent(_ block: Int, _ place: Int, at step: Int64, into report: inout DetectionReport) {
        guard let episode = blocks[block].episodes[place] else { return }
        let patience = max(60_000, Int64(20 * blocks[block].interval[place]))
        let deadline = blocks[block].lastStep[place] + patience
        guard step > deadline else { return }
        blocks[block].episodes[place] = nil
        blocks[block].evidence[place] = 0
        var anomaly = episode.last
        anomaly.phase = .closed
        anomaly.closeReason = .silent
        report.transitions.append(blocks[block].transition(place, at: deadline, anomaly))
    }

    /// True where the sample is further from what was expected than the policy calls negligible.
    private func matters(_ block: Int, _ place: Int, _ verdict: Verdict, _ policy: Policy) -> Bool {
        let deviation = abs(blocks[block].pass.values[place] - Double(verdict.expected))
        return deviation >= policy.minimumDeviation
            && deviation >= policy.minimumRelativeDeviation * abs(Double(verdict.expected))
    }
}

extension SeriesBlock {
    /// Scores and learns the open pass with every baseline.
    mutating func runBaselines() {
        while pass.outputs.count < baselines.count { pass.outputs.append(PassOutputs(capacity: Self.capacity)) }
        for stream in baselines.indices {
            baselines[stream].scoreAndLearn(pass.inputs, into: &pass.outputs[stream])
        }
    }

    /// What is told to those who look at all series.
    func transition(_ place: Int, at step: Int64, _ anomaly: Anomaly) -> Transition {
        Transition(step: step, series: ids[place], interval: Int64(interval[place]), anomaly: anomaly)
    }

    /// Takes a lasting level as the new normal.
    mutating func accept(_ place: Int, level: Float, spread: Float) {
        for stream in baselines.indices {
            baselines[stream].rebase(place, to: level, spread: spread, slot: pass.inputs.slot)
        }
    }
}

extension Policy {
    /// How grave an anomaly with this peak score is.
    func severity(ofScore score: Double) -> Severity {
        score >= criticalAt ? .critical : score >= warningAt ? .warning : .info
    }
}
