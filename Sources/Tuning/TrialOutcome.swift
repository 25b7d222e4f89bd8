import Evaluation
import Samples

/// How a policy did on one series, or on all series of a unit together.
struct TrialOutcome: Equatable, Sendable {
    /// Anomalies against windows, of which there are none without labels.
    private(set) var events = EventCounts()
    /// How much of what the reference found this policy found too.
    private(set) var evidence = KeptEvidence()
    /// Where it was asked for.
    var nab = NABTally()

    /// An outcome of nothing yet.
    init() {}

    /// What the anomalies of one series are worth.
    ///
    /// - Parameters:
    ///   - files: what they are worth in each file that counts.
    ///   - anomalies: the same anomalies in the order in which they opened.
    ///   - reference: what the most sensitive policy raised on the same series.
    init(_ files: [EventCounts], anomalies: [AnomalySpan], reference: [AnomalySpan]) {
        for file in files { events.append(file) }
        evidence = KeptEvidence(of: anomalies, in: reference)
    }

    /// The best there could be: everything found, at once, and nothing else.
    static func perfect(days: Double, windows: Int, reference: [AnomalySpan]) -> TrialOutcome {
        var outcome = TrialOutcome()
        outcome.events = .perfect(days: days, windows: windows)
        let total = reference.reduce(0) { $0 + $1.peakScore }
        outcome.evidence = KeptEvidence(kept: total, total: total)
        outcome.nab = .perfect(windows: windows)
        return outcome
    }

    /// Takes another series of the same unit into account: a window is found when any of them finds it, by the first.
    mutating func join(_ other: TrialOutcome) {
        events.join(other.events)
        evidence += other.evidence
        nab.add(other.nab)
    }
}
