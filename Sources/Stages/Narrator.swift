import Causes
import Detection
import Samples

/// Follows anomalies from step to step and decides what is told of them: that one opened, that something material
/// changed, that it closed; each with the suspects as they stand.
struct Narrator {
    var ranker: SuspectRanker

    /// An anomaly that was told to be open.
    private struct Open {
        var series: UInt32
        var interval: Int64
        var anomaly: Anomaly
        /// Steps at which the suspects are looked at again, ascending.
        var reconsiderAt: [Int64]
    }

    private var open: [String: Open] = [:]

    /// Suspects are looked at again so many intervals after the opening: by then more of them have moved.
    private static let reconsiderAfter: [Int64] = [3, 10, 30]

    init(_ ranker: SuspectRanker) {
        self.ranker = ranker
    }

    /// Takes the next event in order of steps.
    mutating func take(_ event: StepQueue.Event, keys: [UInt32: SeriesKey], into tellings: inout [Anomaly]) {
        reconsider(before: event.step, into: &tellings)
        switch event {
        case .change(let stepped):
            ranker.observe(stepped.change)
        case .movement(let movement):
            guard let key = keys[movement.series] else { return }
            ranker.observe(movement, of: key)
        case .transition(let transition):
            take(transition, into: &tellings)
        }
    }

    /// Looks again at the suspects of open anomalies for which that is due before `step`; tells those whose first
    /// suspect is another one now.
    mutating func reconsider(before step: Int64, into tellings: inout [Anomaly]) {
        let due = open.filter { ($0.value.reconsiderAt.first ?? .max) < step }
        for (id, waiting) in due.sorted(by: { ($0.value.reconsiderAt[0], $0.key) < ($1.value.reconsiderAt[0], $1.key) }) {
            var now = waiting
            now.reconsiderAt.removeAll { $0 < step }
            let suspects = ranker.suspects(for: now.anomaly, series: now.series, interval: now.interval)
            if let first = suspects.first, !first.isSame(as: now.anomaly.suspects.first) {
                now.anomaly.revision += 1
                now.anomaly.phase = .updated
                now.anomaly.suspects = suspects
                tellings.append(now.anomaly)
            }
            open[id] = now
        }
    }

    private mutating func take(_ transition: Transition, into tellings: inout [Anomaly]) {
        var anomaly = transition.anomaly
        let before = open[anomaly.id]
        anomaly.revision = (before?.anomaly.revision ?? 0) + 1
        anomaly.suspects = ranker.suspects(
            for: anomaly, series: transition.series, interval: transition.interval)
        if anomaly.suspects.isEmpty || anomaly.phase == .closed {
            // What was found while it lasted says more than what can still be seen at its end.
            anomaly.suspects = before?.anomaly.suspects ?? anomaly.suspects
        }
        tellings.append(anomaly)
        if anomaly.phase == .closed {
            open[anomaly.id] = nil
        } else {
            let steps = Self.reconsiderAfter.map { transition.step + $0 * max(transition.interval, 1) }
            open[anomaly.id] = Open(
                series: transition.series, interval: transition.interval, anomaly: anomaly,
                reconsiderAt: before?.reconsiderAt ?? steps)
        }
    }
}

extension Suspect {
    /// True where both speak of the same service, series or change, whatever the evidence.
    func isSame(as other: Suspect?) -> Bool {
        guard let other else { return false }
        if change != nil || other.change != nil { return change == other.change }
        if service != nil || other.service != nil { return service == other.service }
        return series == other.series
    }
}
