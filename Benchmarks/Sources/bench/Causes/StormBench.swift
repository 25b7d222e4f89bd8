import Causes
import Samples

/// What it costs to name suspects when everything breaks at once.
enum StormBench {
    private static let start: Int64 = 1_767_225_600_000

    static func run() {
        print("\n## Causes\n")
        print("Every series leaves its normal for 15 s; then each of their anomalies gets its suspects.\n")
        print("| series | seconds | ms an anomaly |\n|---:|---:|---:|")
        for count in [100, 1000, 3000] {
            let seconds = time(count)
            print(
                "| \(count) | \((seconds * 1000).rounded() / 1000) | \((seconds * 1e6 / Double(count)).rounded() / 1000) |"
            )
        }
    }

    private static func time(_ count: Int) -> Double {
        var ranker = SuspectRanker(CauseConfiguration())
        let keys = (0..<count).map {
            SeriesKey($0 % 2 == 0 ? "latency" : "cpu", ["service": "s\($0 / 3)", "host": "\($0)"])
        }
        var generator = SeededGenerator(seed: 1)
        for second in 0..<15 as Range<Int64> {
            for number in 0..<count {
                let residual = Float(10 + generator.normal())
                let time = start + second * 1000
                ranker.observe(
                    Movement(
                        series: UInt32(number), newcomer: false, step: time, time: time, value: Double(residual),
                        expected: 0, residual: residual, score: 1),
                    of: keys[number])
            }
        }
        let clock = ContinuousClock()
        let spent = clock.measure {
            for number in 0..<count {
                _ = ranker.suspects(for: anomaly(keys[number]), series: UInt32(number), interval: 1000)
            }
        }
        return spent / .seconds(1)
    }

    private static func anomaly(_ key: SeriesKey) -> Anomaly {
        let time = EventTime(milliseconds: start + 14_000)
        return Anomaly(
            id: "0000000000000000", revision: 1, phase: .opened, series: key, severity: .critical,
            onset: EventTime(milliseconds: start), time: time, value: 10, expected: 0, lower: -1, upper: 1, score: 1,
            peakScore: 1, terms: [], samplesSeen: 1000, confidence: 1, configVersion: "bench")
    }
}
