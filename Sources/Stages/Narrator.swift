import Causes
import Detection
import Samples

/// Follows anomalies from step to step and decides what is told of them: that one opened, that something material
/// changed, that it closed; each with the suspects as they stand.
struct Narrator {
    var ranker: SuspectRanker
    /// What is found before this step is of history, and not told. An anomaly that had not ended by then is told, as it was last
    /// seen, with the first sample behind it that is strange still.
    var live: Int64 = .min

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
    /// By series: anomalies of history that had not ended.
    private var left: [UInt32: Transition] = [:]
    private var found = HistoryFindings()
    /// A sample of at least this score is not calm.
    private static let stillStrange = EvidenceLevel.allowance / 10
    /// No anomaly is looked at again before this step.
    private var nextLook: Int64 = .max

    /// Suspects are looked at again so many intervals after the opening: by then more of them have moved.
    private static let reconsiderAfter: [Int64] = [3, 10, 30]

    init(_ ranker: SuspectRanker) {
        self.ranker = ranker
    }

    /// What was found before ``live``, as far as that was given.
    var history: HistoryFindings {
        var history = found
        history.open = left.count
        return history
    }

    /// Takes the next event in order of steps.
    mutating func take(_ event: StepQueue.Event, keys: [UInt32: SeriesKey], into tellings: inout [Anomaly]) {
        reconsider(before: event.step, into: &tellings)
        switch event {
        case .exposure:
            break
        case .change(let stepped):
            ranker.observe(stepped.change)
        case .movement(let movement):
            guard let key = keys[movement.series] else { return }
            ranker.observe(movement, of: key)
            tellLeft(movement, into: &tellings)
        case .transition(let transition) where !transition.isNews:
            break
        case .transition(let transition) where transition.step < live:
            note(transition)
        case .transition(let transition):
            goOn(transition, into: &tellings)
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

    /// Follows what is found in history.
    private mutating func note(_ transition: Transition) {
        if transition.anomaly.phase == .opened { found.anomalies += 1 }
        left[transition.series] = transition.anomaly.phase == .closed ? nil : transition
    }

    /// Tells an anomaly of history that goes on.
    private mutating func tellLeft(_ movement: Movement, into tellings: inout [Anomaly]) {
        guard movement.step >= live, movement.score >= Self.stillStrange, var transition = left[movement.series]
        else { return }
        left[movement.series] = nil
        transition.step = movement.step
        transition.anomaly.phase = .opened
        take(transition, into: &tellings)
    }

    /// Takes a transition that is not of history. What ends an anomaly that was never told is not told either.
    private mutating func goOn(_ transition: Transition, into tellings: inout [Anomaly]) {
        var transition = transition
        if left.removeValue(forKey: transition.series) != nil {
            guard transition.anomaly.phase != .closed else { return }
            transition.anomaly.phase = .opened
        }
        take(transition, into: &tellings)
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
