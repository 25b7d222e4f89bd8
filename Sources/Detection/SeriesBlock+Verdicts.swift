import Baselines
import Samples

extension SeriesBlock {
    /// What the baselines together say about the sample at `place` in the pass that has just run.
    ///
    /// The smallest chance counts, multiplied by the number of baselines asked (Bonferroni): valid however they depend
    /// on each other. Residuals in a direction that the policy does not ask for count as wholly normal.
    func verdict(at place: Int, direction: Direction) -> Verdict {
        let all = verdicts(at: place, direction: direction)
        return all.reduce(all.first ?? Verdict()) { $1.pValue < $0.pValue ? $1 : $0 }
    }

    /// What the calmest of the baselines that raised an anomaly says while it is open.
    ///
    /// All stand nearly still meanwhile, so one that is blind to the season would find the series strange for ever; and
    /// one that never found it strange has no say in when it is normal again. Of none that is ready, all are asked.
    func calmestVerdict(at place: Int, among raisers: [Int], direction: Direction) -> Verdict {
        let all = verdicts(at: place, direction: direction)
        let asked = all.filter { verdict in raisers.contains { $0 == verdict.stream } }
        let heard = asked.isEmpty ? all : asked
        return heard.reduce(heard.first ?? Verdict()) { $1.pValue > $0.pValue ? $1 : $0 }
    }

    /// The baselines that speak for an anomaly about as clearly as the one whose verdict opens it: at least three
    /// quarters of its powers of ten.
    func raisers(at place: Int, of verdict: Verdict, direction: Direction) -> [Int] {
        let others = verdicts(at: place, direction: direction).filter { $0.surprise >= 0.75 * verdict.surprise }
        return others.compactMap(\.stream)
    }

    /// True where one baseline alone finds the sample at `place` strange.
    func isStrange(at place: Int, stream: Int) -> Bool {
        let all = verdicts(at: place, direction: .both)
        return all.contains { $0.stream == stream && $0.surprise >= EvidenceLevel.allowance }
    }

    /// One for each baseline that is ready, its chance multiplied by their number.
    private func verdicts(at place: Int, direction: Direction) -> [Verdict] {
        let ready = baselines.indices.filter { !pass.outputs[$0].residual[place].isNaN }
        return ready.map { stream in
            let outputs = pass.outputs[stream]
            let residual = outputs.residual[place]
            let p = pValue(of: residual, stream: stream, place: place, direction: direction)
            return Verdict(
                stream: stream, expected: outputs.expected[place], scale: outputs.scale[place], residual: residual,
                pValue: min(1, p * Double(ready.count)))
        }
    }
}
