import Samples

/// A series that opens anomalies again and again is told once.
///
/// Only what is told is put together: each stretch is judged, learned and settled by itself, as if it stood alone. The policy thus
/// changes nothing that is learned.
extension Detector {
    /// Tells that the episode of a series opened, with the sample of the pass that has just run; or lets it go on with the
    /// anomaly that was kept open.
    mutating func announce(
        _ block: Int, _ place: Int, _ anomaly: Anomaly, _ policy: Policy, into report: inout DetectionReport
    ) {
        guard var episode = blocks[block].episodes[place] else { return }
        blocks[block].untold -= 1
        let step = blocks[block].pass.steps[place]
        var anomaly = anomaly
        if let kept = blocks[block].kept.removeValue(forKey: place) {
            episode.join(kept)
            (anomaly.id, anomaly.onset, anomaly.phase) = (kept.anomaly.id, kept.anomaly.onset, .updated)
            (anomaly.severity, anomaly.peakScore) = (episode.severity, episode.peakScore)
            anomaly.flaps = episode.flaps
            if episode.severity > kept.anomaly.severity {
                report.transitions.append(
                    blocks[block].transition(place, at: step, anomaly, excess: episode.excess.most))
            }
        } else {
            let count = noteOpening(block, place, policy)
            episode.flaps = policy.flapAfter > 0 && count >= policy.flapAfter ? count : 0
            (episode.isTold, episode.toldAt) = (true, episode.samples)
            anomaly.flaps = episode.flaps
            report.forgotten += feedback.told.open(anomaly)
            report.transitions.append(
                blocks[block].transition(place, at: step, anomaly, excess: episode.excess.most))
        }
        episode.last = anomaly
        blocks[block].episodes[place] = episode
    }

    /// Tells that anomalies are over which were kept open, as far as their series have been calm for long enough by the samples of
    /// the open pass.
    mutating func endCalm(_ block: Int, into report: inout DetectionReport) {
        for place in blocks[block].pass.present {
            guard let kept = blocks[block].kept[place] else { continue }
            let calm = blocks[block].pass.times[place] - kept.anomaly.time.milliseconds
            guard calm >= kept.patience(policies[blocks[block].policies[place]]) else { continue }
            endKept(block, place, .recovered, at: nil, into: &report)
        }
    }

    /// Tells that an anomaly is over which was kept open.
    ///
    /// - Parameter step: that of the pass that has just run, where it is left out.
    mutating func endKept(
        _ block: Int, _ place: Int, _ reason: Anomaly.CloseReason, at step: Int64?,
        into report: inout DetectionReport
    ) {
        guard var kept = blocks[block].kept.removeValue(forKey: place) else { return }
        kept.anomaly.closeReason = reason
        close(block, place, kept.anomaly, kept.departure, at: step, into: &report)
    }

    /// Counts the anomalies of a series that were told within the time that the policy looks at, this one among them.
    private mutating func noteOpening(_ block: Int, _ place: Int, _ policy: Policy) -> Int {
        let state = blocks[block]
        // Of series that have long been calm nothing is kept.
        blocks[block].openings = state.openings.filter { other, times in
            let within = policies[state.policies[other]].flapWithin.wholeMilliseconds
            return times.last.map { state.lastTime[other] - $0 <= within } ?? false
        }
        guard policy.flapAfter > 0 else { return 1 }
        let (time, within) = (state.pass.times[place], policy.flapWithin.wholeMilliseconds)
        let recent = (blocks[block].openings[place] ?? []).filter { time - $0 <= within } + [time]
        blocks[block].openings[place] = Array(recent.suffix(policy.flapAfter))
        return recent.count
    }
}

extension SeriesBlock {
    /// How many anomalies are told to be open.
    var openCount: Int { episodes.count - untold + kept.count + silences.count }

    /// True where an anomaly of values is open, told or not.
    var holdsAnomalies: Bool { !episodes.isEmpty || !kept.isEmpty }

    /// Where one is, ascending.
    var abnormalPlaces: [Int] { Set(episodes.keys).union(kept.keys).sorted() }

    /// True where an anomaly of the values of the series is open, told or not.
    func isOpen(_ place: Int) -> Bool { isAbnormal[place] || (!kept.isEmpty && kept[place] != nil) }

    /// True where an anomaly of the values of the series is told to be open.
    func isTold(_ place: Int) -> Bool {
        (isAbnormal[place] && episodes[place]?.isTold ?? false) || (!kept.isEmpty && kept[place] != nil)
    }

    /// The largest surprise of the open anomaly, as far as it was told; else 0.
    func toldPeak(at place: Int) -> Float {
        guard let episode = episodes[place], episode.isTold else { return 0 }
        return episode.peak
    }
}
