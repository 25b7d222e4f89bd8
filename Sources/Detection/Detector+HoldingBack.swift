public import Samples

extension Detector {
    /// Says which of how many detectors this is, and which rules were made before: those of series of other shards are theirs.
    public mutating func restore(_ rules: FeedbackRules, shard: Int = 0, of shards: Int = 1) {
        (feedback.shard, feedback.shards) = (shard, shards)
        feedback.rules = FeedbackRules()
        for rule in rules.all where isResponsible(for: rule.scope) { feedback.rules.add(rule) }
    }

    /// True where the scope may speak of a series of this detector, also of one that has not come yet.
    func isResponsible(for scope: SeriesScope) -> Bool {
        guard case .series(let key) = scope else { return true }
        return key.shard(among: feedback.shards) == feedback.shard
    }

    /// How many of the anomalies that were told feedback can name; 4096 unless set.
    public var rememberedAnomalies: Int {
        get { feedback.told.capacity }
        set { feedback.told.capacity = newValue }
    }

    /// Keeps an anomaly that would open from being told, where a rule says so. The series goes on as if nothing spoke for one: what
    /// comes next is judged on its own. It stays part of its run, of which only the largest size is remembered.
    ///
    /// It is reported again only when as many samples as close an anomaly lie since one was held back: a stretch is not counted sample
    /// by sample.
    /// - Parameter isMemory: what is strange need not be so in the sample itself: then it is what was held back last that is
    ///   remembered.
    /// - Returns: false where it is to be told.
    mutating func holdsBack(
        _ block: Int, _ place: Int, _ anomaly: Anomaly, _ policy: Policy, isMemory: Bool,
        into report: inout DetectionReport
    ) -> Bool {
        guard !feedback.rules.isEmpty else { return false }
        if isMemory, let held = feedback.lastHeld[anomaly.series],
            blocks[block].samplesSeen[place] &- held <= Refractory.hold
        {
            blocks[block].evidence[place] = 0
            return true
        }
        guard
            let rule = feedback.rules.covering(
                anomaly.series, blocks[block].departure[place], at: anomaly.time, by: configuration.clock)
        else { return false }
        blocks[block].evidence[place] = 0
        let seen = blocks[block].samplesSeen[place]
        let isNew = feedback.lastHeld[anomaly.series].map { seen &- $0 > UInt32(clamping: policy.closeAfter) } ?? true
        feedback.lastHeld[anomaly.series] = seen
        if isNew {
            report.heldBack.append(HeldBack(rule: rule.id, verdict: rule.verdict, anomaly: anomaly))
        }
        return true
    }
}
