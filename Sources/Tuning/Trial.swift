import Detection
import Evaluation
import Samples

/// Replays the files of a unit under one policy, by a fresh detector: the same input, the same outcome.
///
/// Only the standard policy is tried. The rules of the configuration go on to refine it, as they will when the policy
/// that was found is put into the settings.
struct Trial: Sendable {
    private let configuration: DetectorConfiguration
    /// Samples between two looks at whether the trial was called off; changes no outcome.
    private let batchSize: Int

    init(_ configuration: DetectorConfiguration, policy: Policy, batchSize: Int = 4096) {
        precondition(batchSize >= 1, "A batch holds at least one sample.")
        var configuration = configuration
        configuration.policies.standard = policy
        self.configuration = configuration
        self.batchSize = batchSize
    }

    /// What the policy would have raised, by series; `nil` where the trial was called off.
    func anomalies(in unit: TuningUnit, isCancelled: () -> Bool = { false }) -> [[AnomalySpan]]? {
        var detector = Detector(configuration)
        for (number, key) in unit.series.enumerated() { detector.add(UInt32(number), key) }
        var ledger = AnomalyLedger()
        var (clock, samples, report) = (StepClock(), RoutedSamples(), DetectionReport())
        for (file, numbers) in zip(unit.files, unit.numbers) {
            for start in stride(from: 0, to: file.count, by: batchSize) {
                if isCancelled() { return nil }
                file.route(start..<min(start + batchSize, file.count), by: &clock, as: numbers, into: &samples)
                detector.process(samples, jumps: clock.takeJumps(), watermark: clock.current, into: &report)
                for transition in report.transitions { ledger.take(transition.anomaly) }
                samples.removeAll()
                report.removeAll()
            }
        }
        clock.close()
        detector.process(samples, watermark: clock.current, into: &report)
        for transition in report.transitions { ledger.take(transition.anomaly) }
        let found = ledger.bySeries
        return unit.series.map { found[$0] ?? [] }
    }
}
