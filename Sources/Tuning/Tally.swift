/// How a policy did on several series or files together.
struct Tally: Equatable, Sendable {
    private(set) var openings = Rate()
    private(set) var falseOpenings = Rate()
    private(set) var windows = 0
    /// Seconds, of the windows that were found.
    private(set) var delays: [Double] = []
    private(set) var evidence = KeptEvidence()
    private(set) var nab = NABSums()

    /// Sums outcomes up.
    ///
    /// - Parameters:
    ///   - outcomes: each with the number of its file.
    ///   - sharesWindows: outcomes of the same file look at the same windows, so each window counts once.
    init(_ outcomes: some Sequence<(unit: Int, outcome: TrialOutcome)>, sharesWindows: Bool) {
        var shared: [Int: [Double?]] = [:]
        for (unit, outcome) in outcomes {
            openings.add(outcome.openings, in: outcome.days)
            falseOpenings.add(outcome.falseOpenings, in: outcome.days)
            evidence += outcome.evidence
            nab += outcome.nab
            if sharesWindows {
                shared[unit] = shared[unit]?.earliest(outcome.delays) ?? outcome.delays
            } else {
                count(outcome.delays)
            }
        }
        for unit in shared.keys.sorted() { count(shared[unit] ?? []) }
    }

    private mutating func count(_ delays: [Double?]) {
        windows += delays.count
        self.delays += delays.compactMap { $0 }
    }

    /// How many windows were found.
    var found: Int { delays.count }

    /// The share of windows that were found; `nil` without any.
    var recall: Double? { windows == 0 ? nil : Double(found) / Double(windows) }

    /// The share of anomalies that opened inside a window; `nil` where none opened.
    var precision: Double? {
        openings.count == 0 ? nil : (openings.count - falseOpenings.count) / openings.count
    }

    /// The harmonic mean of precision and recall; `nil` without windows, 0 where nothing was told.
    var f1: Double? {
        guard let recall else { return nil }
        guard let precision, precision + recall > 0 else { return 0 }
        return 2 * precision * recall / (precision + recall)
    }

    /// The same with a precision to which each window adds one anomaly, however often it was told: a policy that
    /// opens and closes in haste is no better for being right five times about one thing.
    var strictF1: Double? {
        windows == 0 ? nil : 2 * Double(found) / (Double(found) + falseOpenings.count + Double(windows))
    }

    /// Seconds; `nil` where nothing was found.
    var medianDelay: Double? {
        guard !delays.isEmpty else { return nil }
        let sorted = delays.sorted()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
