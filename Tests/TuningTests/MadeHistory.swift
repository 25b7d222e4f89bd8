import Detection
import Evaluation
import Samples

@testable import Tuning

/// Histories from a seed, with anomalies whose place is known.
enum MadeHistory {
    /// What a series does while nothing is wrong.
    enum Noise: CaseIterable {
        /// Independent and normal.
        case calm
        /// A daily triangle under it.
        case daily
        /// Single samples far out, now and then: nothing is wrong with those.
        case blips
        /// Each sample goes on from the one before.
        case sticky
    }

    /// Milliseconds between samples.
    static let step: Int64 = 300_000
    /// Models without a season: a few days are too short for one, and it halves the work.
    static let configuration = DetectorConfiguration(
        shape: ModelShape(holtWinters: nil, dailySeason: nil, weeklySeason: nil))

    /// Values, and the places where something is wrong: spikes of some samples, and levels that last longer.
    static func values(
        _ noise: Noise, samples: Int, seed: UInt64, anomalies: Int = 2
    ) -> (values: [Double], stretches: [ClosedRange<Int>]) {
        var generator = SeededGenerator(seed: seed)
        var values: [Double] = []
        var state = 0.0
        for index in 0..<samples {
            let fresh = generator.bellShaped()
            switch noise {
            case .calm: state = fresh
            case .daily: state = fresh + abs(Double(index % 288) - 144) / 12
            case .blips:
                state = fresh + (generator.next() % 100 == 0 ? Double.random(in: 6...16, using: &generator) : 0)
            case .sticky: state = 0.6 * state + 0.8 * fresh
            }
            values.append(100 + state)
        }
        var stretches: [ClosedRange<Int>] = []
        let room = (samples - 250) / max(anomalies, 1)
        for number in 0..<anomalies {
            let length = number.isMultiple(of: 2) ? 8 : 24
            let start = 250 + number * room + Int.random(in: 0..<(room - 60), using: &generator)
            let size = Double.random(in: 14...20, using: &generator) * (Bool.random(using: &generator) ? 1 : -1)
            for index in start..<(start + length) { values[index] += size }
            stretches.append(start...(start + length + 4))
        }
        return (values, stretches)
    }

    /// Files of one series each, all kinds of noise in turn unless one is named.
    static func history(
        files: Int, seed: UInt64, noise: Noise? = nil, samples: Int = 700, anomalies: Int = 2, isLabelled: Bool = true
    ) -> TuningHistory {
        var history = TuningHistory()
        for file in 0..<files {
            let kind = noise ?? Noise.allCases[file % Noise.allCases.count]
            let made = values(kind, samples: samples, seed: seed &* 1000 &+ UInt64(file), anomalies: anomalies)
            history.begin(
                path: "\(file).csv", labels: isLabelled ? FileLabels(windows: windows(made.stretches)) : nil)
            history.append(batch(made.values, SeriesKey("series_\(file)")))
        }
        return history
    }

    /// One file of several series that break at the same places.
    static func wideHistory(series: Int, seed: UInt64, samples: Int = 700) -> TuningHistory {
        let made = (0..<series).map { number in
            values(
                Noise.allCases[number % Noise.allCases.count], samples: samples, seed: seed &+ UInt64(number),
                anomalies: 0)
        }
        var history = TuningHistory()
        history.begin(path: "wide.csv", labels: FileLabels(windows: windows([300...311, 500...511])))
        var batch = SampleBatch(series: (0..<series).map { SeriesKey("series", ["number": "\($0)"]) })
        for row in 0..<samples {
            for number in 0..<series {
                let isBroken = (300...307).contains(row) || (500...507).contains(row)
                batch.append(UInt32(number), time(row), made[number].values[row] + (isBroken ? 18 : 0))
            }
        }
        history.append(batch)
        return history
    }

    /// When the sample with a number is taken.
    static func time(_ row: Int) -> EventTime { EventTime(milliseconds: 1_700_000_000_000 + Int64(row) * step) }

    /// From the first to the last sample of each stretch.
    static func windows(_ stretches: [ClosedRange<Int>]) -> [LabelWindow] {
        stretches.map { LabelWindow(start: time($0.lowerBound), end: time($0.upperBound)) }
    }

    /// Samples of one series.
    static func batch(_ values: [Double], _ key: SeriesKey = SeriesKey("series")) -> SampleBatch {
        var batch = SampleBatch(series: [key])
        for (row, value) in values.enumerated() { batch.append(0, time(row), value) }
        return batch
    }

    /// A single file of one series.
    static func unit(_ values: [Double], windows: [LabelWindow]? = nil) -> TuningUnit {
        var history = TuningHistory()
        history.begin(path: "one.csv", labels: windows.map { FileLabels(windows: $0) })
        history.append(batch(values))
        return history.units[0]
    }

    /// An anomaly from one row to another.
    static func opening(_ onset: Int, _ opened: Int, _ closed: Int?, peak: Double = 1) -> AnomalySpan {
        AnomalySpan(
            id: "\(onset)", onset: time(onset), opened: time(opened), closed: closed.map(time), severity: .warning,
            peakScore: peak)
    }
}

extension SeededGenerator {
    /// Nearly normal, mean 0, deviation 1: the sum of twelve even ones.
    mutating func bellShaped() -> Double {
        (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &self) }
    }
}

extension TrialOutcome {
    /// The anomalies of a series of one file.
    init(
        _ anomalies: [AnomalySpan], days: Double, windows: [LabelWindow]?, reference: [AnomalySpan] = []
    ) {
        self.init(
            [EventCounts(anomalies, days: days, windows: windows ?? [])], anomalies: anomalies, reference: reference)
    }
}

extension Tuner {
    /// With as many workers as asked for, all of them on the threads of the tests.
    init(_ configuration: DetectorConfiguration, objective: TuningObjective, workers: Int = 2) {
        self.init(configuration, objective: objective, workers: MadeHistory.workers(workers))
    }
}

extension MadeHistory {
    /// A worker without a thread of its own.
    actor Worker: TrialWorker {}

    static func workers(_ count: Int) -> [any TrialWorker] { (0..<count).map { _ in Worker() } }
}
