import Samples

extension Policy {
    /// How rare a sample must be that opens an anomaly, in powers of ten, in 2 ... 38: so rare that chance brings forth one in
    /// the time of the budget, unless ``openAt`` says it.
    ///
    /// - Parameter interval: typical milliseconds between samples; 0 where it is not known yet.
    func threshold(interval: Float) -> Float {
        if let openAt { return Float(openAt) }
        let samples = Float(falseAlarmEvery.wholeMilliseconds) / (interval > 0 ? interval : Self.usualInterval)
        return min(max(Power.logarithm(samples) / Float(Power.ln10), EvidenceLevel.allowance), 38)
    }

    /// Milliseconds.
    private static let usualInterval: Float = 60_000

    /// How grave an anomaly with this peak score is.
    func severity(ofScore score: Double) -> Severity {
        score >= criticalAt ? .critical : score >= warningAt ? .warning : .info
    }
}
