import Samples

extension SuspectRanker {
    /// Suspects among the changes that began before the onset, or within one interval after it.
    func changed(_ scene: Scene) -> [Suspect] {
        let earliest = scene.onset - configuration.changeLookback.wholeMilliseconds
        return changes.compactMap { change in
            let time = change.time.milliseconds
            guard time >= earliest, time <= scene.onset + scene.interval else { return nil }
            return judge(change, secondsBefore: Double(scene.onset - time) / 1000, scene)
        }
    }

    private func judge(_ change: Change, secondsBefore seconds: Double, _ scene: Scene) -> Suspect {
        let labels = scene.anomaly.series.labels
        let sameService = change.service != nil && change.service == scene.service
        let sameLabels =
            !change.labels.isEmpty && change.labels.pairs.allSatisfy { labels[$0.name] == $0.value }
        let everywhere = change.service == nil && change.labels.isEmpty
        let place = Weights.place(sameService: sameService, sameLabels: sameLabels, everywhere: everywhere)
        let order = seconds >= 0 ? "\(seconds.rounded(to: 1)) s before" : "\((-seconds).rounded(to: 1)) s after"
        var evidence = [Evidence(.change, seconds, "\(change.what), \(order) the onset")]
        if sameService { evidence.append(Evidence(.sameService, 1, "concerns the same service")) }
        return Suspect(
            service: change.service, change: change.id, score: Weights.recency(seconds: seconds) * place,
            evidence: evidence)
    }
}
