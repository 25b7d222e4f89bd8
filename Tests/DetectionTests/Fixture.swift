import Detection
import Samples

/// What the tests of detection share: series of values, and what a detector makes of them.
enum Fixture {
    /// Learns fast: a dozen samples, 24 slots a day.
    static let quick = DetectorConfiguration(
        shape: ModelShape(holtWinters: ModelShape.HoltWinters(slotsPerDay: 24), warmUp: 10))

    static let key = SeriesKey("request_seconds", ["service": "web"])

    /// Gaussian noise of scale 1 around a level.
    static func noise(_ count: Int, level: Double = 100, seed: UInt64 = 1) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in level + generator.normal() }
    }

    /// The samples of one series, one each `interval` milliseconds from 0 on.
    static func samples(_ values: [Double], interval: Int64 = 1000, from start: Int = 0) -> RoutedSamples {
        var samples = RoutedSamples()
        for (index, value) in values.enumerated() {
            let time = Int64(start + index) * interval
            samples.append(series: 0, time: time, step: time, value: value)
        }
        return samples
    }

    /// A detector that knows one series.
    static func detector(_ configuration: DetectorConfiguration = DetectorConfiguration()) -> Detector {
        var detector = Detector(configuration)
        detector.add(0, key)
        return detector
    }

    /// What a new detector reports about one series.
    static func report(
        _ values: [Double], interval: Int64 = 1000, _ configuration: DetectorConfiguration = DetectorConfiguration()
    ) -> DetectionReport {
        var detector = detector(configuration)
        return detector.report(samples(values, interval: interval))
    }

    /// A standard configuration with this policy.
    static func configuration(_ policy: Policy) -> DetectorConfiguration {
        DetectorConfiguration(policies: PolicyBook(standard: policy))
    }
}

extension Detector {
    /// Processes one batch, whose end is the watermark.
    mutating func report(_ samples: RoutedSamples) -> DetectionReport {
        var report = DetectionReport()
        process(samples, watermark: samples.steps.last ?? 0, into: &report)
        return report
    }
}

extension DetectionReport {
    /// The transitions of one phase.
    func anomalies(_ phase: Anomaly.Phase) -> [Anomaly] {
        transitions.map(\.anomaly).filter { $0.phase == phase }
    }

    var opened: [Anomaly] { anomalies(.opened) }
    var closed: [Anomaly] { anomalies(.closed) }
}
