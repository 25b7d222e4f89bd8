import LinearAlgebra
import Samples

extension SuspectRanker {
    /// Suspects among the series that moved, each service once, by its most telling series.
    func moving(_ scene: Scene) -> [Suspect] {
        guard let target = tracks[scene.series] else { return [] }
        let candidates = tracks.keys.filter { $0 != scene.series }.sorted().compactMap { id -> Candidate? in
            guard let track = tracks[id],
                let excursion = track.excursion(at: scene.time, interval: scene.interval)
            else { return nil }
            return Candidate(track: track, excursion: excursion)
        }
        guard !candidates.isEmpty else { return [] }
        let alike = correlations(of: target, with: candidates.map(\.track), scene)
        let totals = totalsByMetric(candidates)
        var best: [String: Suspect] = [:]
        for (candidate, correlation) in zip(candidates, alike) {
            let name = candidate.track.key.name
            let judged = judge(candidate, correlation: Double(correlation), totals[name], scene)
            let group = candidate.track.service.map { "service " + $0 } ?? candidate.track.key.description
            if judged.score > best[group]?.score ?? 0 { best[group] = judged }
        }
        return Array(best.values)
    }

    /// A series that moved, and the stretch of movements that it is suspected for.
    struct Candidate {
        let track: Track
        let excursion: ArraySlice<Movement>

        var onset: Int64 { excursion.first?.time ?? 0 }
        var isNewcomer: Bool { excursion.first?.newcomer == 1 }
        /// Mean distance from what was expected, in the unit of the series.
        var meanChange: Double {
            excursion.reduce(0) { $0 + ($1.value - $1.expected) } / Double(max(excursion.count, 1))
        }
        /// In its own scales; 0 for a newcomer.
        var largestResidual: Double { excursion.reduce(0) { max($0, Double(abs($1.residual))) } }
    }

    /// The sum of the movements of all series of a metric, and how many there are.
    struct MetricTotal {
        var change = 0.0
        var count = 0
    }

    private func correlations(of target: Track, with others: [Track], _ scene: Scene) -> [Float] {
        let width = configuration.window
        func row(_ track: Track, into buffer: UnsafeMutableBufferPointer<Float>) {
            track.row(endingAt: scene.time, interval: scene.interval, count: width, into: buffer)
        }
        var wanted = [Float](repeating: 0, count: width)
        wanted.withUnsafeMutableBufferPointer { row(target, into: $0) }
        var rows = [Float](repeating: 0, count: others.count * width)
        rows.withUnsafeMutableBufferPointer { all in
            for (index, track) in others.enumerated() {
                row(track, into: UnsafeMutableBufferPointer(rebasing: all[index * width..<(index + 1) * width]))
            }
        }
        let windows = Matrix(rows: others.count, columns: width, elements: rows)
        return LinearAlgebra.correlations(of: wanted, with: windows)
    }

    private func totalsByMetric(_ candidates: [Candidate]) -> [String: MetricTotal] {
        candidates.reduce(into: [:]) { totals, candidate in
            totals[candidate.track.key.name, default: MetricTotal()].change += abs(candidate.meanChange)
            totals[candidate.track.key.name, default: MetricTotal()].count += 1
        }
    }

    /// One candidate with its evidence; see ``SuspectRanker`` for how the terms combine.
    private func judge(_ candidate: Candidate, correlation: Double, _ total: MetricTotal?, _ scene: Scene) -> Suspect {
        let track = candidate.track
        let lead = Double(scene.onset - candidate.onset) / 1000
        let isLate = scene.onset + scene.interval < candidate.onset
        let share = total.map { $0.change > 0 ? abs(candidate.meanChange) / $0.change : 0 } ?? 0
        let hasSiblings = candidate.isNewcomer || (total?.count ?? 0) > 1
        let size = candidate.isNewcomer ? share : Weights.size(ofResidual: candidate.largestResidual)
        let part = hasSiblings ? share : Weights.shareOfOnlyChild
        let strength = Weights.size * size + (1 - Weights.size) * part
        let isSameKind = track.kind == scene.kind
        let score =
            abs(correlation) * strength * (isLate ? Weights.late : 1)
            * Weights.actor(track.service, target: scene.service) * (isSameKind ? 1 : Weights.otherKind)
        return Suspect(
            service: track.service, series: track.key, score: min(1, score),
            evidence: evidence(
                candidate, correlation: correlation, lead: lead, share: hasSiblings ? share : nil,
                sameService: track.service != nil && track.service == scene.service,
                sameKind: isSameKind && scene.kind != .other ? scene.kind : nil))
    }

    private func evidence(
        _ candidate: Candidate, correlation: Double, lead: Double, share: Double?, sameService: Bool,
        sameKind: MetricKind?
    ) -> [Evidence] {
        let name = candidate.track.key.name
        var evidence = [
            Evidence(
                .correlation, correlation,
                "moved \(correlation < 0 ? "the other way" : "alike") (correlation \(correlation.rounded(to: 2)))")
        ]
        if let share {
            let percent = Int((share * 100).rounded())
            evidence.append(Evidence(.share, share, "\(percent) % of all that moved in \(name)"))
        }
        if candidate.isNewcomer {
            evidence.append(Evidence(.newcomer, 1, "appeared with the anomaly"))
        } else {
            let size = candidate.largestResidual
            let text = size < 1000 ? "\(size.rounded(to: 1))" : "more than 1000"
            evidence.append(Evidence(.deviation, size, "left its own normal by \(text) standard deviations"))
        }
        let order = lead > 0 ? "\(lead) s before" : lead < 0 ? "\(-lead) s after" : "together with"
        evidence.append(Evidence(.lead, lead, "moved \(order) the anomaly"))
        if let sameKind { evidence.append(Evidence(.sameKind, 1, "is about \(sameKind.rawValue) too")) }
        if sameService { evidence.append(Evidence(.sameService, 1, "belongs to the same service")) }
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
