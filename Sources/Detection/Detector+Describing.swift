import Samples

extension Detector {
    /// Values outside this two-sided chance lie outside the band that is told to people.
    static let bandPValue = 1e-3

    /// The sample of the pass that has just run, as a message tells it.
    func describe(_ block: Int, _ place: Int, _ verdict: Verdict, phase: Anomaly.Phase, id: String) -> Anomaly {
        let state = blocks[block]
        let stream = verdict.stream ?? 0
        let band = state.band(at: place, stream: stream, pValue: Self.bandPValue)
        let time = EventTime(milliseconds: state.pass.times[place])
        let seen = Int(state.samplesSeen[place]) - 1
        return Anomaly(
            id: id, revision: 0, phase: phase, series: state.keys[place], severity: .info, onset: time, time: time,
            value: state.pass.values[place], expected: Double(verdict.expected), lower: band.lower,
            upper: band.upper, score: verdict.score, peakScore: verdict.score, terms: state.terms(at: place),
            samplesSeen: seen, confidence: confidence(afterSamples: seen), configVersion: configuration.version)
    }

    /// A sample for those who look at all series.
    func movement(_ block: Int, _ place: Int, _ verdict: Verdict, newcomer: Bool) -> Movement {
        let state = blocks[block]
        return Movement(
            series: state.ids[place], newcomer: newcomer, step: state.pass.steps[place],
            interval: Int64(state.interval[place]), time: state.pass.times[place], value: state.pass.values[place],
            expected: newcomer ? 0 : Double(verdict.expected), residual: newcomer ? 0 : verdict.residual,
            score: Float(verdict.score))
    }

    /// Grows to 1 over five times the warm-up: by then the tails have seen a few hundred samples.
    private func confidence(afterSamples seen: Int) -> Double {
        min(1, Double(seen) / Double(5 * configuration.shape.warmUp))
    }

    /// The same for the same series, onset and detector set, wherever and whenever it is computed.
    func id(of key: SeriesKey, _ onset: Int64) -> String {
        var hash = StableHash()
        hash.combine(key.description)
        hash.combine(onset)
        hash.combine(configuration.detectorSet)
        return hash.hexDigits
    }
}
