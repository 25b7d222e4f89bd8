import Detection
import Evaluation
import Samples

/// One run of a ``Tuner``: its searches side by side, and what they share.
///
/// All searches go in step: each asks for points, the trials that are missing are made at once on all threads, each is
/// told what its points are worth on what it may see. What came out first therefore decides nothing.
struct TuningRun {
    let tuner: Tuner
    let units: [TuningUnit]
    let space: PolicySpace
    let plan: FoldPlan
    /// One for each fold, and at the end the one that sees everything.
    var searches: [PolicySearch]
    var ledger = Ledger()
    /// By unit, by series: what the most sensitive policy raises; empty where nobody asks for it.
    var references: [[[AnomalySpan]]]
    /// By unit: the best outcome there could be.
    var perfect: [UnitOutcome] = []
    var isComplete = true
    let seriesCount: Int
    let fileCount: Int
    /// By search: the numbers of the members it sees.
    let seen: [[Int]]
    /// The units in the order in which candidates are tried on them, in stages; after each those that cannot win stop.
    private let stages: [[Int]]

    /// Fewer units are not worth stages.
    private static let leastForStages = 8

    init(_ tuner: Tuner, _ units: [TuningUnit]) {
        self.tuner = tuner
        self.units = units
        let space = PolicySpace(
            around: tuner.configuration.policies.standard, includesDirection: tuner.searchesDirection)
        self.space = space
        plan = FoldPlan(
            seriesCounts: units.map(\.series.count), hasGroups: units.contains { $0.files.count > 1 },
            folds: tuner.folds, seed: tuner.seed)
        seen = plan.seen
        searches = seen.map { _ in PolicySearch(space, budget: tuner.budget, seed: tuner.seed) }
        references = units.map { _ in [] }
        fileCount = units.reduce(0) { sum, unit in
            sum + unit.files.count { $0.count > 0 && (!tuner.objective.needsLabels || $0.labels != nil) }
        }
        seriesCount = units.reduce(0) { $0 + $1.series.count }
        stages = Self.stages(of: units.count, isStaged: tuner.stopsEarly, seed: tuner.seed)
    }

    /// A quarter, then half, then the rest, where there are enough.
    private static func stages(of count: Int, isStaged: Bool, seed: UInt64) -> [[Int]] {
        guard isStaged, count >= leastForStages else { return [Array(0..<count)] }
        var generator = SeededGenerator(seed: ~seed)
        let order = generator.order(of: count)
        return [order[..<(count / 4)], order[(count / 4)..<(count / 2)], order[(count / 2)...]].map(Array.init)
    }
}

extension TuningRun {
    /// A point that a search wants to know about.
    struct Question {
        var search: Int
        var point: PolicyPoint
    }

    /// Runs the searches, and then what is missing on held-back members.
    mutating func search(_ progress: (TuningProgress) -> Void) async {
        if tuner.objective.needsReference { await takeReferences() }
        perfect = zip(units, references).map {
            UnitOutcome.perfect($0, reference: $1, objective: tuner.objective)
        }
        while isComplete {
            var questions: [Question] = []
            for search in searches.indices {
                questions += searches[search].propose().map { Question(search: search, point: $0) }
            }
            if questions.isEmpty { break }
            await answer(questions, progress)
        }
        if isComplete { await tryOnHeldBack() }
        if isComplete { progress(TuningProgress(done: total, total: total, best: best)) }
    }

    /// Tries the points on what their searches see, stage by stage, and tells the searches.
    private mutating func answer(_ questions: [Question], _ progress: (TuningProgress) -> Void) async {
        let before =
            total - searches.reduce(0) { $0 + tuner.budget - $1.askedCount } * units.count
            - questions.count * units.count
        var open = questions
        for (number, stage) in stages.enumerated() where isComplete {
            let entries = missing(open, on: Set(stage))
            let width = questions.count * units.count / stages.count
            let (total, best) = (self.total, self.best)
            await attempt(entries) { done in
                let now = before + width * number + width * done / entries.count
                progress(TuningProgress(done: now, total: total, best: best))
            }
            if number + 1 < stages.count { open = open.filter(canStillWin) }
        }
        for question in open {
            guard let tally = sum(question) else { continue }
            searches[question.search].learn(question.point, merit(of: tally, at: question.point))
        }
    }

    /// What a point did on all that its search sees; `nil` where that is not known in full.
    private func sum(_ question: Question) -> Tally? {
        var outcomes: [(unit: Int, outcome: TrialOutcome)] = []
        for member in seen[question.search].map({ plan.members[$0] }) {
            guard let outcome = ledger.outcome(question.point, on: member) else { return nil }
            outcomes.append((member.unit, outcome))
        }
        return Tally(outcomes, sharesWindows: plan.kind == .series)
    }

    /// False where a point cannot become better than the best of its search, even if it did everything right on the
    /// units it was not tried on yet. Unlike a cut by rank, which few windows would make a lottery, this changes no
    /// result.
    private func canStillWin(_ question: Question) -> Bool {
        guard let best = searches[question.search].best else { return true }
        let outcomes = seen[question.search].map { number -> (unit: Int, outcome: TrialOutcome) in
            let member = plan.members[number]
            if let outcome = ledger.outcome(question.point, on: member) { return (member.unit, outcome) }
            return (member.unit, member.series.map { perfect[member.unit].series[$0] } ?? perfect[member.unit].together)
        }
        let tally = Tally(outcomes, sharesWindows: plan.kind == .series)
        return best.merit < merit(of: tally, at: question.point, isPartial: true)
    }

    /// What a point is worth. Of two that keep as much evidence the more sensitive one is the better, lest a bound that
    /// nothing but silence keeps be kept by a policy that is deafer than it need be.
    private func merit(of tally: Tally, at point: PolicyPoint, isPartial: Bool = false) -> Merit {
        var merit = tuner.objective.merit(of: tally, series: seriesCount, isPartial: isPartial)
        if case .alertsPerWeek = tuner.objective { merit.sensitivity = space.sensitivity(of: point) }
        return merit
    }

    /// Trials, if no search shared any with another one.
    private var total: Int { searches.count * tuner.budget * units.count }

    /// The best point of a search so far; the present one while it knows nothing.
    func point(_ search: Int) -> PolicyPoint { searches[search].best?.point ?? space.present }

    /// The best policy so far of the search that sees everything.
    var best: Policy { space.policy(at: point(searches.count - 1)) }
}
