import Evaluation

/// How a policy did on several series or units together.
struct Tally: Equatable, Sendable {
    private(set) var openings = Rate()
    private(set) var falseOpenings = Rate()
    private(set) var events: EventScore
    private(set) var evidence = KeptEvidence()
    private(set) var nab = NABTally()

    /// Sums outcomes up.
    ///
    /// - Parameters:
    ///   - outcomes: each with the number of its unit.
    ///   - sharesWindows: outcomes of the same unit look at the same windows, so each window counts once.
    init(_ outcomes: some Sequence<(unit: Int, outcome: TrialOutcome)>, sharesWindows: Bool) {
        var own: [EventCounts] = []
        var shared: [Int: EventCounts] = [:]
        for (unit, outcome) in outcomes {
            let counts = outcome.events
            openings.add(counts.anomalies, in: counts.days)
            falseOpenings.add(counts.falseAnomalies, in: counts.days)
            evidence += outcome.evidence
            nab.add(outcome.nab)
            if sharesWindows {
                shared[unit, default: EventCounts(windows: counts.windows)].join(counts)
            } else {
                own.append(counts)
            }
        }
        own += shared.keys.sorted().compactMap { shared[$0] }
        events = EventScore(own.lazy.map { (counts: $0, times: 1) })
    }

    /// F1 with a precision to which each window adds one anomaly, however often it was told: a policy that opens and
    /// closes in haste is no better for being right five times about one thing. `nil` without windows.
    var strictF1: Double? {
        let (found, windows) = (Double(events.foundWindows), Double(events.windows))
        return windows == 0 ? nil : 2 * found / (found + falseOpenings.count + windows)
    }
}
