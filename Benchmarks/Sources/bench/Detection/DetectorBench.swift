import Detection
import Samples

/// What a sample costs once it is decoded: baselines, tails, evidence and decision, on one thread.
enum DetectorBench {
    static func run() {
        print("\n## Detector\n")
        print("Samples judged on one core, thousand a second; without and with telling the score of each.\n")
        print("| series | samples | decisions only | with scores |\n|---:|---:|---:|---:|")
        for (series, ticks) in [(1, 400_000), (16, 25_000), (256, 2000), (1000, 500), (10_000, 60)] {
            let plain = rate(series: series, ticks: ticks, tellsScores: false)
            let told = rate(series: series, ticks: ticks, tellsScores: true)
            print("| \(series) | \(series * ticks) | \(Int(plain / 1000)) | \(Int(told / 1000)) |")
        }
    }

    /// Samples a second behind the warm-up.
    private static func rate(series: Int, ticks: Int, tellsScores: Bool) -> Double {
        var detector = Detector(DetectorConfiguration())
        detector.tellsScores = tellsScores
        for id in 0..<series { detector.add(UInt32(id), SeriesKey("load", ["id": "\(id)"])) }
        var generator = SeededGenerator(seed: 1)
        var report = DetectionReport()
        let warmUp = min(ticks / 2, 400)
        var (first, batch) = (0, RoutedSamples())
        let clock = ContinuousClock()
        var taken = Duration.zero
        while first < ticks {
            let last = min(ticks, max(first + 1, first + 16_384 / series))
            batch.removeAll()
            for tick in first..<last {
                for id in 0..<series {
                    let time = Int64(tick) * 10_000
                    batch.append(series: UInt32(id), time: time, step: time, value: 100 + generator.normal())
                }
            }
            report.removeAll()
            let spent = clock.measure {
                detector.process(batch, watermark: batch.steps.last ?? 0, into: &report)
            }
            if first >= warmUp { taken += spent }
            first = last
        }
        return Double(series * (ticks - warmUp)) / (taken / .seconds(1))
    }
}
