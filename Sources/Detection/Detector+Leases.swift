public import Samples

/// A change that was announced is allowed for, as long as its lease lasts: series that it selects must be stranger to alarm, their
/// anomalies name it, and a level that has moved is accepted when it ends.
///
/// What is strange enough to alarm without the change opens an anomaly all the same, so that it teaches nothing; it is told once it
/// is as strange as asked, with the change. Leases are looked at only where something would open, so they cost nothing else.
extension Detector {
    /// Takes a change into account: it counts for every sample that is processed from now on, and for the anomalies that are open and
    /// opened in its lease.
    ///
    /// Every detector of all series is told the same.
    ///
    /// - Parameters:
    ///   - step: the event-time step of all samples up to now; `Int64.min` before the first.
    ///   - report: what came of it is added to it.
    public mutating func take(_ change: Change, step: Int64, into report: inout DetectionReport) {
        guard configuration.changes.lease > .zero else { return }
        // What was to be told before it is told without it, however samples were cut.
        if step > .min { listen(until: step, into: &report) }
        let lease = ChangeLease(change, lasting: configuration.changes.lease)
        if let forgotten = leases.take(lease, id: change.id), forgotten.range.upperBound > step {
            report.forgottenLeases += 1
        }
        guard let lease else { return }
        for block in blocks.indices {
            for place in blocks[block].episodes.keys.sorted() {
                guard let opened = blocks[block].episodes[place]?.opened, selects(lease, block, place, at: opened)
                else { continue }
                blocks[block].episodes[place]?.grant.add(lease, opened: opened)
            }
        }
    }

    /// What the changes in whose leases a series stands at a time of its own mean for an anomaly that opens then.
    func grant(_ block: Int, _ place: Int, at time: Int64) -> ChangeGrant {
        var grant = ChangeGrant()
        for lease in leases(block, place, at: time) { grant.add(lease, opened: time) }
        return grant
    }

    /// The leases in which a series stands at a time of its own.
    func leases(_ block: Int, _ place: Int, at time: Int64) -> [ChangeLease] {
        leases.holding(
            for: blocks[block].keys[place], at: time, serviceLabels: configuration.changes.serviceLabels)
    }

    /// How rare a sample of the series must be that is told, in powers of ten, at most 38; in a lease it must be rarer.
    func bar(_ block: Int, _ place: Int, isRaised: Bool) -> Float {
        let threshold = policies[blocks[block].policies[place]].threshold(interval: blocks[block].interval[place])
        return isRaised ? min(threshold + Float(configuration.changes.raise), 38) : threshold
    }

    private func selects(_ lease: ChangeLease, _ block: Int, _ place: Int, at time: Int64) -> Bool {
        guard lease.range.contains(time) else { return false }
        let key = blocks[block].keys[place]
        return lease.selects(key, service: key.service(by: configuration.changes.serviceLabels))
    }
}
