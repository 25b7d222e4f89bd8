import Detection
import Samples

/// How many anomalies the standard policy raises on data without a fault.
enum CalibrationBench {
    private static let series = 20
    private static let samples = 20_000
    /// A series that has seen so many is no longer young.
    private static let young = 1000

    static func run() {
        print("\n## Calibration\n")
        print("Anomalies on clean data, for 100,000 samples; \(series) series of \(samples) samples of each shape.\n")
        print("| shape | all samples | once \(young) were seen |\n|---|---:|---:|")
        for noise in Noise.allCases {
            var (all, settled) = (0, 0)
            for seed in 0..<UInt64(series) {
                for seen in openings(of: noise, seed: seed) {
                    all += 1
                    if seen >= young { settled += 1 }
                }
            }
            let scale = 100_000 / Double(series)
            let rates = [scale * Double(all) / Double(samples), scale * Double(settled) / Double(samples - young)]
            print("| \(noise.rawValue) | \(rates[0].rounded(toPlaces: 2)) | \(rates[1].rounded(toPlaces: 2)) |")
        }
    }

    /// How many samples each anomaly's series had seen.
    private static func openings(of noise: Noise, seed: UInt64) -> [Int] {
        var detector = Detector(DetectorConfiguration())
        detector.add(0, SeriesKey(noise.rawValue))
        var source = NoiseSource(noise, seed: seed &* 7919 &+ 7919)
        var batch = RoutedSamples()
        for tick in 0..<samples {
            let time = Int64(tick) * 1000
            batch.append(series: 0, time: time, step: time, value: source.next())
        }
        var report = DetectionReport()
        detector.process(batch, watermark: batch.steps.last ?? 0, into: &report)
        return report.transitions.map(\.anomaly).filter { $0.phase == .opened }.map(\.samplesSeen)
    }
}

extension Double {
    fileprivate func rounded(toPlaces places: Int) -> Double {
        let power = (0..<places).reduce(1.0) { power, _ in power * 10 }
        return (self * power).rounded() / power
    }
}
