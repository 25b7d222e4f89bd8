import Evaluation
package import Samples

/// What tuning changes on series that the search has not seen: the present policy against the one that each fold found
/// without them.
package struct HeldBackEffect: Equatable, Sendable {
    /// What is held back together.
    package enum Kind: String, Sendable {
        /// A file with all its series.
        case file
        /// Files that share series, with all their series.
        case group
        /// One series.
        case series

        /// The word for several of them.
        package var plural: String {
            switch self {
            case .file: "files"
            case .group: "groups of files"
            case .series: "series"
            }
        }
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
        let values = { (draws: [Int]) -> [Column: Double] in
            let drawn = zip(pairs, draws).flatMap { repeatElement($0, count: $1) }
            let before = Tally(drawn.lazy.map { (unit: $0.unit, outcome: $0.present) }, sharesWindows: kind == .series)
            let after = Tally(drawn.lazy.map { (unit: $0.unit, outcome: $0.found) }, sharesWindows: kind == .series)
            var values: [Column: Double] = [:]
            for (place, figure) in figures.enumerated() {
                let (a, b) = (figure.value(of: before, series: series), figure.value(of: after, series: series))
                (values[.present(place)], values[.found(place)]) = (a, b)
                if let a, let b { values[.difference(place)] = b - a }
            }
            return values
        }
        let whole = values(pairs.map { _ in 1 })
        let intervals = Bootstrap(seed: seed, resamples: Self.resamples).intervals(units: pairs.count, of: values)
        let estimate = { (column: Column) in
            Estimate(value: whole[column], interval: whole[column].flatMap { _ in intervals[column] })
        }
        rows = figures.enumerated().map { place, figure in
            Row(
                figure: figure, present: estimate(.present(place)), found: estimate(.found(place)),
                difference: estimate(.difference(place)))
        }
    }

    /// A number of the table, by its row.
    private enum Column: Hashable {
        case present(Int)
        case found(Int)
        case difference(Int)
    }

    /// True where the figure that was searched for, the higher the better, is lower than before beyond doubt.
    var isWorse: Bool { rows.first?.difference.interval.map { $0.upper < 0 } ?? false }
}
