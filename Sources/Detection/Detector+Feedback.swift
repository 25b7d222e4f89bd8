import Baselines
public import Samples

extension Detector {
    /// Takes what an operator said: it counts for every sample that is processed from now on.
    ///
    /// Every detector of all series is told the same; what each finds is put together by ``FeedbackRecord/merge(_:)``.
    ///
    /// - Parameters:
    ///   - step: the event-time step of all samples up to now; `Int64.min` before the first.
    ///   - report: what came of it is added to it.
    public mutating func take(_ message: Feedback, step: Int64, into report: inout DetectionReport) {
        feedback.rules.removeExpired(at: EventTime(milliseconds: step))
        var record = FeedbackRecord(message)
        switch message.action {
        case .revoke(let rule):
            if feedback.rules.remove(rule) { record.withdrawn = [rule] } else { record.refusal = .unknownRule }
        case .judge(_, .series(let scope)) where !isResponsible(for: scope): record.refusal = .unknownAnomaly
        case .judge(.newNormal, let subject): accept(subject, step: step, &record, into: &report)
        case .judge(.confirmed, let subject): withdraw(subject, &record)
        case .judge(let verdict, let subject): learn(verdict, subject, &record)
        }
        if feedback.rules.isEmpty { feedback.lastHeld.removeAll() }
        report.feedback.append(record)
    }

    /// What a verdict is about, as far as an anomaly is known for it; of one that is open, up to now.
    private func told(_ subject: Feedback.Subject, at time: EventTime) -> ToldAnomalies.Told? {
        var found: ToldAnomalies.Told?
        switch subject {
        case .anomaly(let id): found = feedback.told[id]
        case .series(.series(let key)): found = feedback.told.newest(of: key, at: time)
        case .series(.matching): break
        }
        guard let anomaly = found, let (block, place) = openPlace(of: anomaly) else { return found }
        if anomaly.kind == .silence {
            found?.departure = .any
            found?.end = blocks[block].silences[place]?.anomaly.time
        } else if let kept = blocks[block].kept[place] {
            found?.departure = kept.departure
            found?.end = kept.anomaly.time
        } else if let episode = blocks[block].episodes[place] {
            found?.departure = episode.departure
            found?.end = EventTime(milliseconds: blocks[block].lastTime[place])
        }
        return found
    }

    /// Where an anomaly is open; `nil` where it is over.
    private func openPlace(of anomaly: ToldAnomalies.Told) -> (block: Int, place: Int)? {
        guard anomaly.end == nil else { return nil }
        for block in blocks.indices {
            let place =
                anomaly.kind == .silence
                ? blocks[block].silences.first { $0.value.anomaly.id == anomaly.id }?.key
                : blocks[block].episodes.first { $0.value.id == anomaly.id }?.key
                    ?? blocks[block].kept.first { $0.value.anomaly.id == anomaly.id }?.key
            if let place { return (block, place) }
        }
        return nil
    }

    /// Makes the rule of a verdict.
    private mutating func learn(
        _ verdict: FeedbackVerdict, _ subject: Feedback.Subject, _ record: inout FeedbackRecord
    ) {
        let message = record.feedback
        let anomaly = told(subject, at: message.time)
        let scope: SeriesScope
        switch (anomaly, subject) {
        case (let anomaly?, _): scope = .series(anomaly.series)
        case (nil, .series(let named)): scope = named
        case (nil, .anomaly): return record.refusal = .unknownAnomaly
        }
        var rule = FeedbackRule(
            id: message.id, verdict: verdict, scope: scope, covered: .any, hours: message.hours,
            author: message.author, created: message.time, expiry: message.until ?? message.time + verdict.lifetime,
            anomaly: anomaly?.id, note: message.note)
        if let anomaly {
            record.series = anomaly.series
            rule.covered = anomaly.departure * (verdict.tolerance ?? 1)
            rule.kind = anomaly.kind == .silence ? .silence : nil
            if verdict == .expected, rule.hours == nil {
                rule.hours = CivilHours(
                    around: anomaly.onset, until: anomaly.end ?? anomaly.onset, by: configuration.clock)
            }
        }
        guard feedback.rules.add(rule) else { return record.refusal = .ruleLimit }
        record.rule = rule
    }

    /// Withdraws what would have kept an anomaly quiet that is true; of a pattern, the rules that were made for it.
    private mutating func withdraw(_ subject: Feedback.Subject, _ record: inout FeedbackRecord) {
        let anomaly = told(subject, at: record.feedback.time)
        switch (anomaly, subject) {
        case (let anomaly?, _):
            record.series = anomaly.series
            record.withdrawn = feedback.rules.all.filter {
                anomaly.kind == .silence
                    ? $0.covers(anomaly.series, nil, at: anomaly.opened, by: configuration.clock)
                    : $0.covers(anomaly.series, anomaly.departure, at: anomaly.onset, by: configuration.clock)
            }.map(\.id)
        case (nil, .series(.series(let key))):
            record.series = key
            record.withdrawn = feedback.rules.all.filter { $0.scope.contains(key) }.map(\.id)
        case (nil, .series(let scope)):
            record.withdrawn = feedback.rules.all.filter { $0.scope == scope }.map(\.id)
        case (nil, .anomaly): record.refusal = .unknownAnomaly
        }
        feedback.rules.follow(record)
    }

    /// Accepts the levels of open anomalies as normal; of a silence that the series is gone.
    private mutating func accept(
        _ subject: Feedback.Subject, step: Int64, _ record: inout FeedbackRecord, into report: inout DetectionReport
    ) {
        var open: [(block: Int, place: Int)] = []
        switch subject {
        case .anomaly(let id):
            guard let anomaly = feedback.told[id] else { return record.refusal = .unknownAnomaly }
            record.series = anomaly.series
            if let place = openPlace(of: anomaly) { open.append(place) }
        case .series(let scope):
            for block in blocks.indices {
                for place in blocks[block].abnormalPlaces
                where blocks[block].isTold(place) && scope.contains(blocks[block].keys[place]) {
                    open.append((block, place))
                }
            }
        }
        guard !open.isEmpty else { return record.refusal = .nothingOpen }
        for (block, place) in open {
            if let silence = blocks[block].silences[place] {
                record.accepted.append(silence.anomaly.id)
                endSilence(block, place, .silent, at: step, into: &report)
                blocks[block].beats[place].state = .gone
            }
            guard let episode = blocks[block].episodes[place], episode.isTold else {
                // It is kept open while the series is calm: where that is has been normal before.
                if let kept = blocks[block].kept[place] { record.accepted.append(kept.anomaly.id) }
                endKept(block, place, .recovered, at: step, into: &report)
                continue
            }
            record.accepted.append(episode.id)
            blocks[block].pass.inputs.place =
                moment(of: blocks[block].lastTime[place], interval: blocks[block].interval[place]).place
            blocks[block].settle(place, after: episode, .levelShift)
            end(block, place, .levelShift, at: step, into: &report)
        }
    }
}
