import LinearAlgebra
import Samples

extension SuspectRanker {
    /// What speaks against a candidate, in numbers.
    private struct Judgement {
        var place = 0
        var correlation = 0.0
        /// Its part of all that moved in its metric; says little where it moved alone.
        var share = 0.0
        var hasSiblings = false
        var score = 0.0
    }

    /// The likeliest suspects among the series that moved, each service once, by its most telling series.
    ///
    /// All candidates are scored, but only those that are named are put into words.
    mutating func moving(_ scene: Scene) -> [Suspect] {
        guard let target = tracks[scene.series] else { return [] }
        let moment = Panorama.Moment(time: scene.time, interval: scene.interval)
        let panorama = panorama(at: moment)
        let own = panorama.place(of: scene.series)
        let alike =
            own.map(panorama.correlations(with:))
            ?? panorama.correlations(with: target.row(at: moment, count: configuration.window))
        let best = bestOfEachGroup(panorama, alike, without: own, scene)
        var shortlist = Shortlist<Judgement>(limit: configuration.suspects)
        for judgement in best where judgement.score > 0 && judgement.score >= configuration.minimumScore {
            shortlist.offer(judgement) { a, b in
                a.score != b.score ? a.score > b.score : panorama.names[a.place] < panorama.names[b.place]
            }
        }
        return shortlist.entries.compactMap { suspect($0, panorama.candidates[$0.place], scene) }
    }

    /// By group; the score is 0 where nothing speaks against it. Of equal ones that with the lowest number counts.
    private func bestOfEachGroup(
        _ panorama: Panorama, _ correlations: [Float], without own: Int?, _ scene: Scene
    ) -> [Judgement] {
        let totals = panorama.totals(without: own)
        let targetGroup = panorama.group(ofService: scene.service)
        var best = [Judgement](repeating: Judgement(), count: panorama.groupCount)
        for place in panorama.candidates.indices where place != own {
            let candidate = panorama.candidates[place]
            var judgement = judge(candidate, Double(correlations[place]), totals[candidate.metric], targetGroup, scene)
            guard judgement.score > best[candidate.group].score else { continue }
            judgement.place = place
            best[candidate.group] = judgement
        }
        return best
    }

    /// One candidate; see ``SuspectRanker`` for how the terms combine.
    private func judge(
        _ candidate: Candidate, _ correlation: Double, _ total: MetricTotal, _ targetGroup: Int?, _ scene: Scene
    ) -> Judgement {
        let isLate = scene.onset + scene.interval < candidate.onset
        let share = total.share(of: candidate)
        let hasSiblings = candidate.isNewcomer || total.count > 1
        let size = candidate.isNewcomer ? share : candidate.size
        let part = hasSiblings ? share : Weights.shareOfOnlyChild
        let strength = Weights.size * size + (1 - Weights.size) * part
        let actor = Weights.actor(isNamed: candidate.hasService, isTarget: candidate.group == targetGroup)
        let score =
            abs(correlation) * strength * (isLate ? Weights.late : 1) * actor
            * (candidate.kind == scene.kind ? 1 : Weights.otherKind)
        return Judgement(correlation: correlation, share: share, hasSiblings: hasSiblings, score: min(1, score))
    }

    private func suspect(_ judgement: Judgement, _ candidate: Candidate, _ scene: Scene) -> Suspect? {
        guard let track = tracks[candidate.series] else { return nil }
        return Suspect(
            service: track.service, series: track.key, score: judgement.score,
            evidence: evidence(judgement, candidate, track, scene))
    }

    private func evidence(
        _ judgement: Judgement, _ candidate: Candidate, _ track: Track, _ scene: Scene
    ) -> [Evidence] {
        let (correlation, share) = (judgement.correlation, judgement.share)
        var evidence = [
            Evidence(
                .correlation, correlation,
                "moved \(correlation < 0 ? "the other way" : "alike") (correlation \(correlation.rounded(to: 2)))")
        ]
        if judgement.hasSiblings {
            let percent = Int((share * 100).rounded())
            evidence.append(Evidence(.share, share, "\(percent) % of all that moved in \(track.key.name)"))
        }
        if candidate.isNewcomer {
            evidence.append(Evidence(.newcomer, 1, "appeared with the anomaly"))
        } else {
            let size = candidate.largestResidual
            let text = size < 1000 ? "\(size.rounded(to: 1))" : "more than 1000"
            evidence.append(Evidence(.deviation, size, "left its own normal by \(text) standard deviations"))
        }
        let lead = Double(scene.onset - candidate.onset) / 1000
        let order = lead > 0 ? "\(lead) s before" : lead < 0 ? "\(-lead) s after" : "together with"
        evidence.append(Evidence(.lead, lead, "moved \(order) the anomaly"))
        if track.kind == scene.kind, scene.kind != .other {
            evidence.append(Evidence(.sameKind, 1, "is about \(scene.kind.rawValue) too"))
        }
        if track.service != nil, track.service == scene.service {
            evidence.append(Evidence(.sameService, 1, "belongs to the same service"))
        }
        return evidence
    }
}

extension Double {
    /// For sentences.
    func rounded(to digits: Int) -> Double {
        let factor = digits == 1 ? 10.0 : 100.0
        return (self * factor).rounded() / factor
    }
}
