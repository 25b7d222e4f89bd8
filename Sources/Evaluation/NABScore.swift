/// The score of the Numenta Anomaly Benchmark over all files that have both windows and rows.
///
/// Beyond its rules: a window whose bounds are the times of no row is taken as ``WindowRows`` says, and a window
/// without any row counts as one inside the probation does.
package struct NABScore: Equatable, Sendable {
    /// What one profile makes of the files.
    package struct ProfileScore: Equatable, Sendable {
        /// The score under the best threshold, 100 is perfect, 0 is silence. Fitted to the very rows it is told of.
        package let best: Double
        /// The one threshold for all files under which the score is best; `nil` where it is best never to fire.
        package let threshold: Float?
        /// What each file contributes under that threshold.
        package let bestTallies: [NABTally]
        /// The score of the decisions as they were: what a user gets.
        package let decisions: Double
    }

    /// The files that count, in their order.
    package let paths: [String]
    /// What each of the files contributes by the decisions as they were.
    package let decisionTallies: [NABTally]
    /// One for each profile.
    package let results: [NABProfile: ProfileScore]

    /// Searches the best thresholds and scores the decisions; `nil` where no file has rows and a window.
    package init?(files: [FileHistory]) {
        let parts = files.compactMap(NABFile.init)
        let decided = parts.map(\.decided)
        let thresholds = NABSearch.bestThresholds(parts)
        var results: [NABProfile: ProfileScore] = [:]
        for profile in NABProfile.allCases {
            let tallies = parts.map { $0.tally(atLeast: thresholds[profile]) }
            guard let best = NABTally.sum(of: tallies).score(profile),
                let decisions = NABTally.sum(of: decided).score(profile)
            else { return nil }
            results[profile] = ProfileScore(
                best: best, threshold: thresholds[profile], bestTallies: tallies, decisions: decisions)
        }
        paths = parts.map(\.path)
        decisionTallies = decided
        self.results = results
    }

    /// The scores of all profiles.
    var figures: [EvaluationFigure: Double] {
        var figures: [EvaluationFigure: Double] = [:]
        for (profile, result) in results {
            figures[.nabBest(profile)] = result.best
            figures[.nabDecisions(profile)] = result.decisions
        }
        return figures
    }

    /// Intervals over files; none for a single file.
    ///
    /// Every draw is scored with the threshold that is best for all files: the interval tells how the score hangs on
    /// the files, not how the search for the threshold does, which would take a search for each draw.
    func intervals(_ bootstrap: Bootstrap) -> [EvaluationFigure: Interval] {
        bootstrap.intervals(units: paths.count) { draws in
            let decided = NABTally.sum(of: decisionTallies, drawn: draws)
            var figures: [EvaluationFigure: Double] = [:]
            for (profile, result) in results {
                figures[.nabBest(profile)] = NABTally.sum(of: result.bestTallies, drawn: draws).score(profile)
                figures[.nabDecisions(profile)] = decided.score(profile)
            }
            return figures
        }
    }
}
