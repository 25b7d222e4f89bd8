import Evaluation
import Samples

/// How a policy did on one series, or on all series of a file together.
struct TrialOutcome: Equatable, Sendable {
    /// How long it was watched, in series-days.
    var days = 0.0
    /// Anomalies that opened.
    var openings = 0
    /// Those of them that opened outside every window; 0 where there are no labels.
    var falseOpenings = 0
    /// By window: seconds from its start to the first anomaly that opened inside; `nil` where none did.
    var delays: [Double?] = []
    /// How much of what the reference found this policy found too.
    var evidence = KeptEvidence()
    /// Where it was asked for.
    var nab = NABSums()

    /// An outcome of nothing yet.
    init() {}

    /// What the openings of one series are worth.
    ///
    /// - Parameter reference: what the most sensitive policy raised on the same series.
    init(_ openings: [Opening], days: Double, windows: [LabelWindow]?, reference: [Opening] = []) {
        self.days = days
        self.openings = openings.count
        if let windows {
            falseOpenings = openings.count { opening in !windows.contains { $0.contains(opening.opened) } }
            delays = windows.map { window in
                openings.first { window.contains($0.opened) }.map { ($0.opened - window.start).inSeconds }
            }
        }
        evidence = KeptEvidence(of: openings, in: reference)
    }

    /// The best there could be: everything found, at once, and nothing else.
    static func perfect(days: Double, windows: [LabelWindow]?, reference: [Opening]) -> TrialOutcome {
        var outcome = TrialOutcome()
        outcome.days = days
        outcome.delays = (windows ?? []).map { _ in 0 }
        let total = reference.reduce(0) { $0 + $1.peakScore }
        outcome.evidence = KeptEvidence(kept: total, total: total)
        outcome.nab = .perfect(windows: windows?.count ?? 0)
        return outcome
    }

    /// How many windows there were.
    var windows: Int { delays.count }
    /// How many of them were found.
    var found: Int { delays.count { $0 != nil } }

    /// Takes another series of the same file into account: a window is found when any of them finds it, by the first.
    mutating func join(_ other: TrialOutcome) {
        days += other.days
        openings += other.openings
        falseOpenings += other.falseOpenings
        delays = delays.isEmpty ? other.delays : delays.earliest(other.delays)
        evidence += other.evidence
        nab += other.nab
    }
}

extension [Double?] {
    /// By window: the shorter of two delays.
    func earliest(_ other: [Double?]) -> [Double?] {
        precondition(count == other.count, "Series of one file have the same windows.")
        return zip(self, other).map { a, b in
            guard let a, let b else { return a ?? b }
            return Swift.min(a, b)
        }
    }
}
