import Samples

extension SuspectRanker {
    /// How well a change fits an anomaly.
    private struct Fit {
        let change: Change
        let secondsBefore: Double
        let sameService: Bool
        let score: Double
    }

    /// The likeliest suspects among the changes that began before the onset, or within one interval after it, and whose
    /// influence was not over by then.
    func changed(_ scene: Scene) -> [Suspect] {
        var shortlist = Shortlist<Fit>(limit: configuration.suspects)
        for change in changes {
            let time = change.time.milliseconds
            guard end(of: change) >= scene.onset, time <= scene.onset + scene.interval else { continue }
            let fit = fit(of: change, secondsBefore: Double(scene.onset - time) / 1000, scene)
            guard fit.score >= configuration.minimumScore else { continue }
            shortlist.offer(fit) { a, b in
                a.score != b.score ? a.score > b.score : a.change.id < b.change.id
            }
        }
        return shortlist.entries.map(suspect)
    }

    private func fit(of change: Change, secondsBefore seconds: Double, _ scene: Scene) -> Fit {
        let labels = scene.anomaly.series.labels
        let sameService = change.service != nil && change.service == scene.service
        let sameLabels =
            !change.labels.isEmpty && change.labels.pairs.allSatisfy { labels[$0.name] == $0.value }
        let everywhere = change.service == nil && change.labels.isEmpty
        let place = Weights.place(sameService: sameService, sameLabels: sameLabels, everywhere: everywhere)
        let isUnderWay = change.until.map { scene.onset <= $0.milliseconds } ?? false
        let recency = max(Weights.recency(seconds: seconds), isUnderWay ? Weights.underWay : 0)
        return Fit(change: change, secondsBefore: seconds, sameService: sameService, score: recency * place)
    }

    private func suspect(_ fit: Fit) -> Suspect {
        let (change, seconds) = (fit.change, fit.secondsBefore)
        let order = seconds >= 0 ? "\(seconds.rounded(to: 1)) s before" : "\((-seconds).rounded(to: 1)) s after"
        var evidence = [Evidence(.change, seconds, "\(change.what), \(order) the onset")]
        if fit.sameService { evidence.append(Evidence(.sameService, 1, "concerns the same service")) }
        return Suspect(service: change.service, change: change.id, score: fit.score, evidence: evidence)
    }
}
