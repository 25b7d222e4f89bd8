import Baselines
import Samples

extension SeriesBlock {
    /// What the baselines together say about the sample at `place` in the pass that has just run.
    ///
    /// The smallest chance counts, each first divided by the baseline's share of all weights (a weighted Bonferroni): valid however
    /// they depend on each other. A residual in a direction that the policy does not ask for counts as wholly normal.
    func verdict(at place: Int, direction: Direction) -> Verdict {
        guard let reference = reference(at: place) else { return Verdict() }
        var (strongest, most) = (reference, Float(0))
        for stream in baselines.indices {
            guard let surprise = surprise(of: stream, at: place, direction: direction), surprise > most else {
                continue
            }
            (strongest, most) = (stream, surprise)
        }
        return Verdict(
            stream: strongest, expected: pass.outputs[reference].expected[place],
            residual: pass.outputs[reference].residual[place], deviation: deviation(of: strongest, at: place),
            surprise: max(0, most))
    }

    /// How strange the sample at `place` is to the calmest of those that raised the open anomaly, in powers of ten; without one, to all.
    ///
    /// Most stand nearly still while it is open, so one that is blind to the season would find the series strange for ever; and
    /// one that never found it strange has no say in when it is normal again.
    func strangeness(at place: Int, _ verdict: Verdict, direction: Direction) -> Float {
        let raisers = episodes[place]?.raisers ?? []
        let calmest = raisers.compactMap { surprise(of: $0, at: place, direction: direction) }.min()
        return min(verdict.surprise, calmest ?? verdict.surprise)
    }

    /// The baselines that speak for an anomaly about as clearly as the one that opens it: at least three quarters of its powers
    /// of ten. Those that look at the samples themselves, where there are such.
    func raisers(at place: Int, direction: Direction) -> [Int] {
        let surprises = baselines.indices.map { surprise(of: $0, at: place, direction: direction) ?? 0 }
        let most = surprises.max() ?? 0
        let loud = baselines.indices.filter { surprises[$0] > 0 && surprises[$0] >= 0.75 * most }
        // A mean of values or of steps moves on while the samples stay where they are.
        let ofValues = loud.filter { type(of: baselines[$0]).statistic == .value }
        return ofValues.isEmpty ? loud : ofValues
    }

    /// What a sample in a row with others is worth as a witness to one baseline: those that judge a mean repeat themselves.
    func worth(of stream: Int, at place: Int) -> Float {
        type(of: baselines[stream]).statistic == .value ? persistence[stream][place].worth : 0
    }

    /// True where one of the baselines finds the sample at `place` strange itself, and not what it remembers: steps are remembered
    /// for long, and a mean remembers a spike until the samples are back on its other side, or nearer by half.
    func isStrangeItself(at place: Int, direction: Direction) -> Bool {
        baselines.indices.contains { stream in
            guard let surprise = surprise(of: stream, at: place, direction: direction),
                surprise > EvidenceLevel.allowance
            else { return false }
            switch type(of: baselines[stream]).statistic {
            case .value: return true
            case .spread: return false
            case .level:
                let own = pass.inputs.values[place] - pass.outputs[stream].expected[place]
                let mean = deviation(of: stream, at: place)
                return own * mean > 0 && abs(own) >= abs(mean) / 2
            }
        }
    }

    /// True where one baseline alone finds the sample at `place` strange.
    func isStrange(at place: Int, stream: Int) -> Bool {
        (surprise(of: stream, at: place, direction: .both) ?? 0) >= EvidenceLevel.allowance
    }

    /// The baseline that forecasts the sample itself best, as its residuals so far tell; `nil` while all are warming up.
    func reference(at place: Int) -> Int? {
        var (best, least): (Int?, Float) = (nil, .infinity)
        for stream in baselines.indices where type(of: baselines[stream]).statistic == .value {
            guard hasSay(stream, at: place) else { continue }
            let unit = type(of: baselines[stream]).followsScale ? pass.outputs[stream].scale[place] : 1
            let size = tails[stream][place].mean * unit
            if size < least || best == nil { (best, least) = (stream, size) }
        }
        return best
    }

    /// The band at `place` as one baseline sees it: what lies outside is at least so surprising.
    func band(at place: Int, stream: Int, surprise: Float) -> (lower: Double, upper: Double) {
        let outputs = pass.outputs[stream]
        let expected = Double(outputs.expected[place])
        let unit = type(of: baselines[stream]).followsScale ? outputs.scale[place] : 1
        let size = tails[stream][place].size(ofSurprise: surprise + costs[stream], floor: floor(of: stream, at: place))
        return (expected - Double(unit * size), expected + Double(unit * size))
    }

    /// No baseline is more surprised, whatever it costs: what is as rare as can be told is equally rare.
    private static let mostSurprise: Float = 38

    /// How surprised one baseline is, less what it costs that others are asked too; `nil` where it has no say.
    func surprise(of stream: Int, at place: Int, direction: Direction) -> Float? {
        guard hasSay(stream, at: place) else { return nil }
        let residual = pass.outputs[stream].residual[place]
        // Noise has no side that a value could be on.
        if type(of: baselines[stream]).statistic == .spread, direction != .both { return 0 }
        switch direction {
        case .above where residual < 0, .below where residual > 0: return 0
        default: break
        }
        let unit = type(of: baselines[stream]).followsScale ? 1 : pass.outputs[stream].scale[place]
        let surprise = tails[stream][place].surprise(of: abs(residual) * unit, floor: floor(of: stream, at: place))
        return max(0, min(surprise - costs[stream], Self.mostSurprise))
    }

    /// False while a baseline is warming up, and where the series has not the season that it knows.
    private func hasSay(_ stream: Int, at place: Int) -> Bool {
        guard !pass.outputs[stream].residual[place].isNaN else { return false }
        return gates[stream].isEmpty || gates[stream][place].isOpen
    }

    /// Residuals that differ by less are the same, in the unit that the tail learns.
    private func floor(of stream: Int, at place: Int) -> Float {
        let outputs = pass.outputs[stream]
        let type = type(of: baselines[stream])
        // One part in a hundred of the size of steps, on the scale of their logarithm.
        guard type.statistic != .spread else { return 0.01 }
        let floor = max(floors.absolute, floors.relative * abs(outputs.expected[place]))
        return type.followsScale ? floor / outputs.scale[place] : floor
    }

    /// How far the statistic of one baseline lies from what was expected of it, in the unit of the series.
    private func deviation(of stream: Int, at place: Int) -> Float {
        let outputs = pass.outputs[stream]
        let residual = outputs.residual[place]
        switch type(of: baselines[stream]).statistic {
        case .value, .level: return residual * outputs.scale[place]
        case .spread: return Power.exponential(outputs.expected[place]) * (Power.exponential(residual) - 1)
        }
    }
}
