import Detection

extension TuningRun {
    /// What the most sensitive policy raises, unit by unit.
    mutating func takeReferences() async {
        let trial = Trial(tuner.configuration, policy: space.mostSensitive)
        let units = self.units
        let openings = await Crew.work(on: units.count, workers: tuner.workers) { unit in
            trial.anomalies(in: units[unit]) { Task.isCancelled }
        }
        for (unit, openings) in openings.enumerated() {
            guard let openings else { return isComplete = false }
            references[unit] = openings
        }
    }

    /// The trials that questions need on some units and that were not made yet, each once, candidate by candidate.
    func missing(_ questions: [Question], on stage: Set<Int>) -> [Ledger.Entry] {
        var known: Set<Ledger.Entry> = []
        var entries: [Ledger.Entry] = []
        for question in questions {
            for member in seen[question.search].map({ plan.members[$0] }) where stage.contains(member.unit) {
                let entry = Ledger.Entry(point: question.point, unit: member.unit)
                if ledger[entry] == nil, known.insert(entry).inserted { entries.append(entry) }
            }
        }
        return entries
    }

    /// Makes trials on all workers.
    mutating func attempt(_ entries: [Ledger.Entry], finished: (Int) -> Void = { _ in }) async {
        let (configuration, objective) = (tuner.configuration, tuner.objective)
        let (units, space, references) = (self.units, self.space, self.references)
        let outcomes = await Crew.work(
            on: entries.count, workers: tuner.workers,
            { index -> UnitOutcome? in
                let unit = units[entries[index].unit]
                return Trial(configuration, policy: space.policy(at: entries[index].point))
                    .anomalies(in: unit) { Task.isCancelled }
                    .map {
                        UnitOutcome(
                            $0, of: unit, reference: references[entries[index].unit],
                            objective: objective)
                    }
            }, finished: finished)
        for (entry, outcome) in zip(entries, outcomes) {
            ledger[entry] = outcome
            if outcome == nil { isComplete = false }
        }
    }
}
