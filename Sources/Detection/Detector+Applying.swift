import Baselines
import Samples

extension Detector {
    /// Works by another configuration from the next sample on.
    ///
    /// Policies change without a series forgetting anything. A baseline whose parameters changed starts again, alone; so does a series
    /// that is a counter now and was none, or the other way round.
    /// - Returns: the names of the baselines that start again; empty where nothing learned was lost.
    @discardableResult
    public mutating func apply(_ new: DetectorConfiguration) -> [String] {
        let old = configuration
        configuration = new
        if new.changes.lease <= .zero { leases.removeAll() }
        policies.removeAll()
        for block in blocks.indices {
            blocks[block].nextLook = .min
            for place in blocks[block].ids.indices {
                let key = blocks[block].keys[place]
                blocks[block].budgets[place] = Int32(new.policies.budgetIndex(for: key) ?? -1)
                if blocks[block].counters[place].declare(new.policies.metrics.counter(key)) {
                    startAgain(block, place)
                } else {
                    blocks[block].policies[place] = policyIndex(for: key, as: blocks[block].counters[place].type)
                }
            }
        }
        guard new.shape != old.shape || new.clock != old.clock else { return [] }
        slotsPerDay = new.shape.clockSlotsPerDay
        let restarted = Set(new.baselinesThatDiffer(from: old))
        for block in blocks.indices { blocks[block].replaceBaselines(shape: new.shape, restarted: restarted) }
        return restarted.sorted()
    }
}

extension DetectorConfiguration {
    /// The names of the baselines of this configuration that cannot go on with what they learned under another one.
    func baselinesThatDiffer(from old: DetectorConfiguration) -> [String] {
        let all =
            shape.warmUp != old.shape.warmUp || shape.relativeFloor != old.shape.relativeFloor
            || shape.absoluteFloor != old.shape.absoluteFloor
        let (new, known) = (shape.baselines, old.shape.baselines)
        let clocked = clock == old.clock ? [] : ModelShape.seasonalBaselines
        return new.keys.filter { all || clocked.contains($0) || new[$0] != known[$0] }
    }
}

extension SeriesBlock {
    /// Goes on with the baselines of another shape; those not named in `restarted` keep what they learned.
    mutating func replaceBaselines(shape: ModelShape, restarted: Set<String>) {
        let old = self
        let fresh = SeriesBlock(shape: shape)
        (baselines, tails, gates) = (fresh.baselines, fresh.tails, fresh.gates)
        persistence = fresh.persistence
        (costs, floors, views) = (fresh.costs, fresh.floors, fresh.views)
        pass.outputs.removeAll()
        for place in episodes.keys { episodes[place]?.raisers = [] }
        for stream in baselines.indices {
            let name = type(of: baselines[stream]).name
            guard !restarted.contains(name),
                let before = old.baselines.firstIndex(where: { type(of: $0).name == name })
            else { continue }
            baselines[stream] = old.baselines[before]
            tails[stream] = old.tails[before]
            gates[stream] = old.gates[before]
            persistence[stream] = old.persistence[before]
        }
        guard baselines.allSatisfy({ restarted.contains(type(of: $0).name) }) else { return }
        for place in ids.indices { begin(place) }
    }
}
