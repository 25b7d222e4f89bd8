import Baselines
import Samples

/// Counters are judged by their rate: see ``Counter``.
extension Detector {
    /// A sample as it is judged: of a counter its rate since the sample before; `nil` where it gives none.
    mutating func judged(
        _ block: Int, _ place: Int, _ value: Double, at time: Int64, into report: inout DetectionReport
    ) -> Double? {
        switch blocks[block].counters[place].take(value, at: time, interval: blocks[block].interval[place]) {
        case .level: return value
        case .rate(let rate): return rate
        case .unrated: break
        case .reset: report.resets += 1
        case .recognised: startAgain(block, place)
        case .refuted:
            startAgain(block, place)
            return value
        }
        report.unrated += 1
        return nil
    }

    /// Goes on with a series as something else than it was judged as so far: of that nothing is of use.
    mutating func startAgain(_ block: Int, _ place: Int) {
        counterCount += blocks[block].counters[place].isCounter ? 1 : -1
        blocks[block].forget(place)
        blocks[block].policies[place] = policyIndex(
            for: blocks[block].keys[place], as: blocks[block].counters[place].type)
    }
}

extension SeriesBlock {
    /// Forgets what is normal for one series, not when it comes. An anomaly that is open ends with its next sample.
    mutating func forget(_ place: Int) {
        for stream in baselines.indices {
            baselines[stream].reset(place)
            tails[stream][place] = Tail()
            persistence[stream][place] = Persistence()
            if !gates[stream].isEmpty { gates[stream][place] = SeasonGate() }
        }
        views.forget(place)
        episodes[place]?.raisers = []
        begin(place)
    }

    /// Counts the samples of a series from here on, as those of one that is known.
    mutating func begin(_ place: Int) {
        (samplesSeen[place], isNewcomer[place], evidence[place], strangeRun[place]) = (0, false, 0, 0)
        refractory[place] = Refractory()
    }
}
