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
        /// How far the series' own time lies behind the steps, in milliseconds.
        var lag: Int64
    }

    private var open: [String: Open] = [:]
    /// No anomaly is looked at again before this step.
    private var nextLook: Int64 = .max

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
        guard nextLook < step else { return }
        // Each look by itself, even where several are due at once: how steps were grouped must not show.
        let looks = open.flatMap { id, open in open.reconsiderAt.filter { $0 < step }.map { (step: $0, id: id) } }
        for look in looks.sorted(by: { ($0.step, $0.id) < ($1.step, $1.id) }) {
            if let update = lookAgain(look.id, at: look.step) { tellings.append(update) }
        }
        nextLook = open.values.compactMap(\.reconsiderAt.first).min() ?? .max
    }

    /// What is to be told where the first suspect is another one, seen from `step`.
    private mutating func lookAgain(_ id: String, at step: Int64) -> Anomaly? {
        guard var now = open[id] else { return nil }
        now.reconsiderAt.removeAll { $0 <= step }
        defer { open[id] = now }
        var seen = now.anomaly
        seen.time = EventTime(milliseconds: step - now.lag)
        let suspects = ranker.suspects(for: seen, series: now.series, interval: now.interval)
        guard let first = suspects.first, !first.isSame(as: now.anomaly.suspects.first) else { return nil }
        now.anomaly.revision += 1
        now.anomaly.phase = .updated
        now.anomaly.suspects = suspects
        return now.anomaly
    }

    private mutating func take(_ transition: Transition, into tellings: inout [Anomaly]) {
        var anomaly = transition.anomaly
        let before = open[anomaly.id]
        anomaly.revision = (before?.anomaly.revision ?? 0) + 1
        if anomaly.phase == .closed, let before {
            // What was found while it lasted says more than what can still be seen at its end.
            anomaly.suspects = before.anomaly.suspects
        } else {
            let found = ranker.suspects(for: anomaly, series: transition.series, interval: transition.interval)
            anomaly.suspects = found.isEmpty ? before?.anomaly.suspects ?? [] : found
        }
        tellings.append(anomaly)
        if anomaly.phase == .closed {
            open[anomaly.id] = nil
        } else {
            let steps = Self.reconsiderAfter.map { transition.step + $0 * max(transition.interval, 1) }
            open[anomaly.id] = Open(
                series: transition.series, interval: transition.interval, anomaly: anomaly,
                reconsiderAt: before?.reconsiderAt ?? steps, lag: transition.step - anomaly.time.milliseconds)
            nextLook = min(nextLook, open[anomaly.id]?.reconsiderAt.first ?? .max)
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
