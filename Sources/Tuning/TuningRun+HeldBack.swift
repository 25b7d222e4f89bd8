import Detection
import Samples

extension TuningRun {
    /// Tries what each fold found, and the present policy, on what the fold held back.
    mutating func tryOnHeldBack() async {
        var known: Set<Ledger.Entry> = []
        var entries: [Ledger.Entry] = []
        for (fold, hidden) in plan.heldBack.enumerated() {
            for unit in Set(hidden.map { plan.members[$0].unit }).sorted() {
                for point in [space.present, point(fold)] {
                    let entry = Ledger.Entry(point: point, unit: unit)
                    if ledger[entry] == nil, known.insert(entry).inserted { entries.append(entry) }
                }
            }
        }
        await attempt(entries)
    }

    /// What is known now.
    func result() -> TuningResult {
        TuningResult(
            objective: tuner.objective, present: tuner.configuration.policies.standard, found: best,
            isComplete: isComplete,
            keepsBound: searches.last?.best.map { $0.merit.overshoot == 0 } ?? true, heldBack: heldBack(),
            files: fileCount, series: seriesCount, windows: units.reduce(0) { $0 + $1.windows },
            candidates: ledger.pointCount, trials: ledger.trialCount, seed: tuner.seed)
    }

    private func heldBack() -> TuningResult.HeldBack {
        guard !plan.heldBack.isEmpty else { return .tooFew(plan.members.count) }
        var pairs: [HeldBackEffect.Pair] = []
        for (fold, hidden) in plan.heldBack.enumerated() {
            for member in hidden.map({ plan.members[$0] }) {
                guard let present = ledger.outcome(space.present, on: member),
                    let found = ledger.outcome(point(fold), on: member)
                else { return .interrupted }
                pairs.append(HeldBackEffect.Pair(unit: member.unit, present: present, found: found))
            }
        }
        return .measured(
            HeldBackEffect(
                pairs, kind: plan.kind, policies: plan.heldBack.indices.map { space.policy(at: point($0)) },
                objective: tuner.objective, series: seriesCount, seed: tuner.seed))
    }
}
