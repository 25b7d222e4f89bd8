import Baselines
import Samples

/// When an anomaly of values is over, and what becomes of its series then.
extension Detector {
    /// Why the anomaly is over with the sample at `time`, or `nil` while it is not.
    func closeReason(_ episode: Episode, at time: Int64, _ policy: Policy) -> Anomaly.CloseReason? {
        if episode.calm >= policy.closeAfter || !policy.enabled { return .recovered }
        let hasLasted =
            time - episode.began >= policy.acceptAfter.wholeMilliseconds && episode.samples >= Episode.leastAccepted
        let isGranted =
            episode.grant.acceptance.map { time >= $0 && episode.samples >= ChangeGrant.leastAccepted } ?? false
        return episode.calm == 0 && (hasLasted || isGranted) ? .levelShift : nil
    }

    /// Ends the anomaly of a series with its newest message, at the step of the pass that has just run. One that flaps and has
    /// recovered is kept open.
    mutating func end(
        _ block: Int, _ place: Int, _ reason: Anomaly.CloseReason, at step: Int64? = nil,
        into report: inout DetectionReport
    ) {
        guard let episode = blocks[block].episodes.removeValue(forKey: place) else {
            return endKept(block, place, reason, at: step, into: &report)
        }
        blocks[block].isAbnormal[place] = false
        blocks[block].strangeRun[place] = 0
        blocks[block].evidence[place] = 0
        guard episode.isTold else {
            blocks[block].untold -= 1
            report.tolerated += 1
            // An older one that is told to be open goes on over whatever is not told.
            if reason == .silent { endKept(block, place, reason, at: step, into: &report) }
            return
        }
        var anomaly = episode.last
        anomaly.phase = .closed
        anomaly.closeReason = reason
        if reason == .levelShift { anomaly.shift = LevelChange(before: episode.expected, after: episode.level) }
        if reason == .recovered, episode.flaps > 0 {
            blocks[block].kept[place] = KeptAnomaly(anomaly: anomaly, departure: episode.departure)
        } else {
            close(block, place, anomaly, episode.departure, at: step, into: &report)
        }
    }

    /// Tells that an anomaly of values is over.
    mutating func close(
        _ block: Int, _ place: Int, _ anomaly: Anomaly, _ departure: Departure, at step: Int64?,
        into report: inout DetectionReport
    ) {
        if anomaly.flaps > 0 { blocks[block].openings[place] = nil }
        feedback.told.close(anomaly, departure: departure)
        report.transitions.append(
            blocks[block].transition(place, at: step ?? blocks[block].pass.steps[place], anomaly))
    }

    /// Closes the anomaly of a series that has sent nothing for twenty of its intervals while others did, at the step at
    /// which that was so.
    mutating func closeIfSilent(_ block: Int, _ place: Int, at step: Int64, into report: inout DetectionReport) {
        guard blocks[block].isOpen(place) else { return }
        let interval = blocks[block].silenceInterval(at: place)
        let last = blocks[block].lastStep[place]
        var deadline = last + StepJump.patience * interval
        guard step > deadline else { return }
        for jump in jumps where jump.from >= last && jump.from < deadline { deadline += jump.excess(over: interval) }
        guard step > deadline else { return }
        end(block, place, .silent, at: deadline, into: &report)
    }
}

extension SeriesBlock {
    /// Leaves no baseline behind after an anomaly: while it was open all of them stood nearly still.
    ///
    /// A lasting level is the new normal of each. After a recovery those that still find the series strange, for
    /// instance because a season went on that they cannot see, are taken to where it is.
    mutating func settle(_ place: Int, after episode: Episode, _ reason: Anomaly.CloseReason) {
        for stream in baselines.indices where reason == .levelShift || isStrange(at: place, stream: stream) {
            let level = reason == .levelShift ? episode.level : episode.calmLevel
            let spread = reason == .levelShift ? episode.spread : 0
            guard let new = SubjectViews.level(level, spread: spread, of: type(of: baselines[stream]).subject) else {
                continue
            }
            baselines[stream].rebase(place, to: new.level, spread: new.spread, at: pass.inputs.place)
        }
    }
}
