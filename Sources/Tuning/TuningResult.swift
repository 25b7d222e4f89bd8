import Evaluation
package import Samples

/// What a search found, and what it is worth on what it has not seen.
package struct TuningResult: Equatable, Sendable {
    /// The effect on held-back members, or why there is none to tell.
    package enum HeldBack: Equatable, Sendable {
        /// Each member was held back once.
        case measured(HeldBackEffect)
        /// Of fewer than three files or series none can be held back without losing too much of what is to be learned.
        case tooFew(Int)
        /// The search was called off before every fold had a policy that was tried on what it held back.
        case interrupted
    }

    /// What was searched for.
    package var objective: TuningObjective
    /// What holds now.
    package var present: Policy
    /// The best policy on everything. Its figures there flatter it, so they are not told.
    package var found: Policy
    /// False where the search was called off; then ``found`` is the best so far.
    package var isComplete: Bool
    /// False where no policy kept the bound on the history, with the margin; then ``found`` comes closest to it.
    package var keepsBound: Bool
    /// What held-back members tell.
    package var heldBack: HeldBack
    /// Files that were searched on; others had no samples, or the labels do not speak of them.
    package var files: Int
    /// Series in them.
    package var series: Int
    /// Labelled windows in them.
    package var windows: Int
    /// Policies that were tried.
    package var candidates: Int
    /// Replays of a file, or of files that share series, that this took.
    package var trials: Int
    /// What the random choices were made with.
    package var seed: UInt64

    /// True where held-back members confirm what was found: the bound is kept on them, if there is one, and the
    /// figure that was searched for is better beyond doubt, or the present policy breaks the bound.
    package var isConfirmed: Bool {
        guard case .measured(let effect) = heldBack, let main = effect.rows.first else { return false }
        let isBetter = main.difference.interval.map { $0.lower > 0 } ?? false
        switch objective {
        case .nab, .f1(nil): return isBetter
        case .f1(.some(let limit)):
            guard let rate = effect.rows.first(where: { $0.figure == .falsePerSeriesDay }) else { return false }
            return rate.found.isAtMost(limit) && (isBetter || !rate.present.isAtMost(limit))
        case .alertsPerWeek(let limit): return main.found.isAtMost(limit)
        }
    }
}
