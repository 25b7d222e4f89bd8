/// What was tried, and what came of it. An outcome depends on policy and unit alone, so all searches share one ledger.
struct Ledger: Sendable {
    /// A policy on a unit.
    struct Entry: Hashable, Sendable {
        var point: PolicyPoint
        var unit: Int
    }

    private var outcomes: [Entry: UnitOutcome] = [:]

    /// `nil` where it was not tried.
    subscript(_ entry: Entry) -> UnitOutcome? {
        get { outcomes[entry] }
        set { outcomes[entry] = newValue }
    }

    /// How many policies were tried on at least one unit.
    var pointCount: Int { Set(outcomes.keys.map(\.point)).count }

    /// How many times a unit was replayed.
    var trialCount: Int { outcomes.count }

    /// What a policy did on a member of a plan; `nil` where it was not tried.
    func outcome(_ point: PolicyPoint, on member: FoldPlan.Member) -> TrialOutcome? {
        outcomes[Entry(point: point, unit: member.unit)].map { outcome in
            member.series.map { outcome.series[$0] } ?? outcome.together
        }
    }
}
