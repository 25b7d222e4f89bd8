import Samples

/// Collects the samples of one tick, and makes rates of counters by what they were at the tick before.
///
/// Only the tick before is remembered: a counter that was absent for a tick begins anew, and what vanished is forgotten.
struct Recorder: Sendable {
    /// Seconds since the tick before; `nil` at the first tick and where time did not go forward: no rates then.
    private(set) var elapsed: Double?
    /// The tick that is being collected.
    private(set) var time = EventTime.distantPast

    private let host: String
    private var builder = SampleBatchBuilder()
    private var counters: [SeriesKey: UInt64] = [:]
    private var countersBefore: [SeriesKey: UInt64] = [:]
    private var isPrimed = false

    init(host: String) {
        self.host = host
    }

    /// Begins the next tick.
    mutating func begin(at time: EventTime) {
        let seconds = (time - self.time).inSeconds
        elapsed = isPrimed && seconds > 0 ? seconds : nil
        isPrimed = true
        self.time = time
        swap(&counters, &countersBefore)
        counters.removeAll(keepingCapacity: true)
    }

    /// The samples of the tick.
    mutating func finish() -> SampleBatch {
        builder.take()
    }

    /// A sample of something that is as it is.
    mutating func gauge(_ name: String, _ labels: [String: String] = [:], of value: Double) {
        builder.append(key(name, labels), time, value)
    }

    /// A sample of how much `unit` of something a counter gained in a second; none where it went backwards.
    mutating func rate(
        _ name: String, _ labels: [String: String] = [:], of counter: UInt64, unit: Double = 1,
        atMost limit: Double = .infinity
    ) {
        let key = key(name, labels)
        counters[key] = counter
        guard let elapsed, let before = countersBefore[key], counter >= before else { return }
        builder.append(key, time, min(limit, Double(counter - before) * unit / elapsed))
    }

    /// A sample of the share of time in which a counter of `unit` seconds moved, in 0 ... 1.
    ///
    /// Held at 1: kernel and caller read their clocks a moment apart.
    mutating func share(_ name: String, _ labels: [String: String], of counter: UInt64, unit: Double) {
        rate(name, labels, of: counter, unit: unit, atMost: 1)
    }

    private func key(_ name: String, _ labels: [String: String]) -> SeriesKey {
        var labels = labels
        labels["host"] = host
        return SeriesKey(name, Labels(labels))
    }
}
