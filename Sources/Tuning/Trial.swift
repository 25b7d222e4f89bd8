import Detection
import Samples

/// Replays a file under one policy, by a fresh detector: the same input, the same outcome.
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
    func openings(in unit: TuningUnit, isCancelled: () -> Bool = { false }) -> [[Opening]]? {
        var detector = Detector(configuration)
        for (number, key) in unit.series.enumerated() { detector.add(UInt32(number), key) }
        var openings = [[Opening]](repeating: [], count: unit.series.count)
        var (clock, samples, report) = (StepClock(), RoutedSamples(), DetectionReport())
        for start in stride(from: 0, to: unit.count, by: batchSize) {
            if isCancelled() { return nil }
            unit.route(start..<min(start + batchSize, unit.count), by: &clock, into: &samples)
            detector.process(samples, jumps: clock.takeJumps(), watermark: clock.current, into: &report)
            for transition in report.transitions { openings[Int(transition.series)].take(transition.anomaly) }
            samples.removeAll()
            report.removeAll()
        }
        clock.close()
        detector.process(samples, watermark: clock.current, into: &report)
        for transition in report.transitions { openings[Int(transition.series)].take(transition.anomaly) }
        return openings
    }
}

extension [Opening] {
    /// Takes the next message about the anomalies of a series into account.
    fileprivate mutating func take(_ anomaly: Anomaly) {
        if anomaly.phase == .opened {
            append(Opening(onset: anomaly.onset, opened: anomaly.time, closed: nil, peakScore: anomaly.peakScore))
        } else if let last = indices.last {
            self[last].peakScore = anomaly.peakScore
            if anomaly.phase == .closed { self[last].closed = anomaly.time }
        }
    }
}
