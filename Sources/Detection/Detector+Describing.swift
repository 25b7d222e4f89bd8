import Samples

extension Detector {
    /// The sample of the pass that has just run, as a message tells it.
    func describe(_ block: Int, _ place: Int, _ verdict: Verdict, phase: Anomaly.Phase, id: String) -> Anomaly {
        let state = blocks[block]
        let band = band(block, place)
        let time = EventTime(milliseconds: state.pass.times[place])
        let seen = Int(state.samplesSeen[place]) - 1
        return Anomaly(
            id: id, kind: state.counters[place].isCounter ? .rate : .value, revision: 0, phase: phase,
            series: state.keys[place], severity: .info, onset: time, time: time,
            value: state.pass.values[place], expected: Double(verdict.expected), lower: band.lower,
            upper: band.upper, score: Verdict.score(verdict.surprise),
            peakScore: Verdict.score(verdict.surprise), terms: state.terms(at: place),
            samplesSeen: seen, confidence: confidence(afterSamples: seen), configVersion: configuration.version)
    }

    /// A sample for those who look at all series.
    func movement(_ block: Int, _ place: Int, _ verdict: Verdict, newcomer: Bool) -> Movement {
        let state = blocks[block]
        let strangeness = state.strangeness(
            at: place, verdict, direction: policies[state.policies[place]].direction)
        return Movement(
            series: state.ids[place], newcomer: newcomer, step: state.pass.steps[place],
            interval: Int64(state.interval[place]), time: state.pass.times[place], value: state.pass.values[place],
            expected: newcomer ? 0 : Double(verdict.expected), residual: newcomer ? 0 : verdict.residual,
            score: Float(Verdict.score(strangeness)))
    }

    /// The band at `place`: a sample outside would open an anomaly by itself.
    func band(_ block: Int, _ place: Int) -> (lower: Double, upper: Double) {
        let state = blocks[block]
        guard let reference = state.reference(at: place) else { return (-.infinity, .infinity) }
        let isRaised = !leases(block, place, at: state.pass.times[place]).isEmpty
        return state.band(at: place, stream: reference, surprise: bar(block, place, isRaised: isRaised))
    }

    /// Grows to 1 while the tails of the series get to know it.
    func confidence(afterSamples seen: Int) -> Double {
        min(1, Double(seen) / (Double(Tail.settled) + Double(configuration.shape.warmUp)))
    }

    /// The same for the same series, onset and detector set, wherever and whenever it is computed.
    func id(of key: SeriesKey, _ onset: Int64, as kind: Anomaly.Kind = .value) -> String {
        var hash = StableHash()
        hash.combine(key.description)
        hash.combine(onset)
        hash.combine(configuration.detectorSet)
        if kind == .silence { hash.combine(kind.rawValue) }
        return hash.hexDigits
    }
}
