import Baselines
import Samples

extension SeriesBlock {
    /// What the baselines together say about the sample at `place` in the pass that has just run.
    ///
    /// The smallest chance counts, multiplied by the number of baselines asked (Bonferroni): valid however they depend
    /// on each other. Residuals in a direction that the policy does not ask for count as wholly normal.
    func verdict(at place: Int, direction: Direction) -> Verdict {
        var strangest: Verdict?
        for stream in baselines.indices {
            guard let verdict = verdict(of: stream, at: place, direction: direction) else { continue }
            if verdict.pValue < strangest?.pValue ?? .infinity { strangest = verdict }
        }
        return strangest ?? Verdict()
    }

    /// What the calmest of the baselines that raised an anomaly says while it is open.
    ///
    /// All stand nearly still meanwhile, so one that is blind to the season would find the series strange for ever; and
    /// one that never found it strange has no say in when it is normal again. Of none that is ready, all are asked.
    func calmestVerdict(at place: Int, among raisers: [Int], direction: Direction) -> Verdict {
        var calmest: Verdict?
        for stream in raisers {
            guard let verdict = verdict(of: stream, at: place, direction: direction) else { continue }
            if verdict.pValue > calmest?.pValue ?? -1 { calmest = verdict }
        }
        if let calmest { return calmest }
        let all = Array(baselines.indices)
        return raisers == all ? Verdict() : calmestVerdict(at: place, among: all, direction: direction)
    }

    /// The baselines that speak for an anomaly about as clearly as the one whose verdict opens it: at least three
    /// quarters of its powers of ten.
    func raisers(at place: Int, of verdict: Verdict, direction: Direction) -> [Int] {
        baselines.indices.filter { stream in
            let other = self.verdict(of: stream, at: place, direction: direction)
            return stream == verdict.stream || other.map { $0.surprise >= 0.75 * verdict.surprise } ?? false
        }
    }

    /// True where one baseline alone finds the sample at `place` strange.
    func isStrange(at place: Int, stream: Int) -> Bool {
        verdict(of: stream, at: place, direction: .both).map { $0.surprise >= EvidenceLevel.allowance } ?? false
    }

    /// What one baseline says, its chance multiplied by the number of those that are ready; `nil` where it is not.
    private func verdict(of stream: Int, at place: Int, direction: Direction) -> Verdict? {
        let residual = pass.outputs[stream].residual[place]
        guard !residual.isNaN else { return nil }
        var ready = 0
        for other in baselines.indices where !pass.outputs[other].residual[place].isNaN { ready += 1 }
        let p = pValue(of: residual, stream: stream, place: place, direction: direction)
        return Verdict(
            stream: stream, expected: pass.outputs[stream].expected[place], scale: pass.outputs[stream].scale[place],
            residual: residual, pValue: min(1, p * Double(ready)))
    }
}
