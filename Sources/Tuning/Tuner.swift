package import Detection

/// Searches the standard policy on a history, and measures on held-back files or series what that is worth.
///
/// One search sees everything; what it finds is what is told. For each fold another search of the same kind sees all
/// but the members that the fold holds back; what those find is measured on the members they have not seen, against
/// the present policy. Every figure that is told comes from there.
package struct Tuner: Sendable {
    /// What holds now; its standard policy is where the search begins.
    package var configuration: DetectorConfiguration
    /// What is searched for.
    package var objective: TuningObjective
    /// Policies that each search may look at, the present one among them; at least 1.
    package var budget = 40
    /// Parts that the history is cut into; at least 2.
    package var folds = 5
    /// Decides all random choices.
    package var seed: UInt64 = 1
    /// Where the replays run, one at a time on each; at least one. Changes nothing in the result.
    package var workers: [any TrialWorker]
    /// True to search the direction too: on histories with few windows it is the first thing to be learned by heart.
    package var searchesDirection = false
    /// False to try every candidate on every file, although it cannot become the best any more.
    var stopsEarly = true

    /// A search with the default budget.
    package init(
        _ configuration: DetectorConfiguration, objective: TuningObjective, workers: [any TrialWorker]
    ) {
        self.workers = workers
        self.configuration = configuration
        self.objective = objective
    }

    /// Searches until the budgets are used up, nothing gets better, or the task is cancelled; then it tells the best
    /// so far.
    ///
    /// - Parameter progress: called now and then, by the caller's own task.
    /// - Throws: ``TuningError`` where the history is not what the objective needs.
    package func run(
        _ history: TuningHistory, progress: (TuningProgress) -> Void = { _ in }
    ) async throws(TuningError) -> TuningResult {
        precondition(budget >= 1 && folds >= 2 && !workers.isEmpty, "A search needs a budget, folds and a worker.")
        var run = TuningRun(self, try units(of: history))
        await run.search(progress)
        return run.result()
    }

    /// The units that say something about the objective.
    private func units(of history: TuningHistory) throws(TuningError) -> [TuningUnit] {
        switch objective {
        case .f1(.some(let bound)), .alertsPerWeek(let bound):
            guard bound > 0, bound.isFinite else { throw .unusableBound }
        case .f1(nil), .nab: break
        }
        let units = history.units.filter { $0.count > 0 }
        guard !units.isEmpty else { throw .noSamples }
        guard objective.needsLabels else { return units }
        let labelled = units.filter(\.isLabelled)
        guard !labelled.isEmpty else { throw .noLabels }
        guard labelled.contains(where: { $0.windows > 0 }) else { throw .noWindows }
        if objective.countsNAB, let file = labelled.lazy.flatMap(\.files).first(where: { $0.series.count > 1 }) {
            throw .severalSeries(path: file.path)
        }
        return labelled
    }
}
