package import Samples

/// What tuning changes on series that the search has not seen: the present policy against the one that each fold found
/// without them.
package struct HeldBackEffect: Equatable, Sendable {
    /// What is held back together.
    package enum Kind: String, Sendable {
        /// A file with all its series.
        case file
        /// One series.
        case series

        /// The word for several of them.
        package var plural: String { self == .file ? "files" : "series" }
    }

    /// One figure before and after.
    package struct Row: Equatable, Sendable {
        /// Which one.
        package var figure: TuningFigure
        /// With the present policy.
        package var present: Estimate
        /// With the policies that were found.
        package var found: Estimate
        /// How much the second is above the first, on the same members.
        package var difference: Estimate
    }

    /// What was held back together.
    package var kind: Kind
    /// How many were measured on; each was held back once.
    package var count: Int
    /// By fold: the policy that was found without the members it held back.
    package var policies: [Policy]
    /// The figure that was searched for first.
    package var rows: [Row]

    /// A held-back member under the present policy and under the one that was found without it.
    struct Pair: Sendable {
        var unit: Int
        var present: TrialOutcome
        var found: TrialOutcome
    }

    /// How often the members are drawn again.
    package static let resamples = 1000

    /// Pools the members, and draws them again and again, both policies on the same ones.
    init(
        _ pairs: [Pair], kind: Kind, policies: [Policy], objective: TuningObjective, series: Int, seed: UInt64
    ) {
        self.kind = kind
        count = pairs.count
        self.policies = policies
        let figures = objective.figures
        let values = { (chosen: [Pair]) -> [(Double?, Double?)] in
            let before = Tally(chosen.lazy.map { (unit: $0.unit, outcome: $0.present) }, sharesWindows: kind == .series)
            let after = Tally(chosen.lazy.map { (unit: $0.unit, outcome: $0.found) }, sharesWindows: kind == .series)
            return figures.map { ($0.value(of: before, series: series), $0.value(of: after, series: series)) }
        }
        var generator = SeededGenerator(seed: seed)
        let drawn = (0..<Self.resamples).map { _ in
            values(pairs.map { _ in pairs[generator.index(below: pairs.count)] })
        }
        rows = zip(figures, values(pairs)).enumerated().map { place, row in
            let column = drawn.map { $0[place] }
            return Row(
                figure: row.0,
                present: Estimate(row.1.0, resampled: column.compactMap(\.0), of: Self.resamples),
                found: Estimate(row.1.1, resampled: column.compactMap(\.1), of: Self.resamples),
                difference: Estimate(
                    Self.difference(row.1), resampled: column.compactMap(Self.difference), of: Self.resamples))
        }
    }

    /// True where the figure that was searched for, the higher the better, is lower than before beyond doubt.
    var isWorse: Bool { rows.first?.difference.interval.map { $0.upperBound < 0 } ?? false }

    private static func difference(_ pair: (Double?, Double?)) -> Double? {
        guard let before = pair.0, let after = pair.1 else { return nil }
        return after - before
    }
}
