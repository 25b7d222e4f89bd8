import Samples

/// The names of processes that have series: those in a ranking, and for a while those that were.
struct ProcessRoster: Sendable {
    /// What is known of a name while it has series.
    private struct Entry {
        var lastTop: EventTime
        var hasInputOutput = false
    }

    private let limits: ProcessLimits
    private var entries: [String: Entry] = [:]

    init(limits: ProcessLimits) {
        self.limits = limits
    }

    /// The names that have series, in ascending order.
    var names: [String] { entries.keys.sorted() }

    /// True for a name whose input and output was known once, so that it is zero when the processes are gone.
    func hasInputOutput(_ name: String) -> Bool {
        entries[name]?.hasInputOutput ?? false
    }

    /// Ranks the names, takes in those at the top and retires those that were not there for too long.
    mutating func update(_ usage: [String: ProcessUsage], at time: EventTime) {
        let byCores = top(usage, from: limits.minimumCores) { $0.cores }
        let byBytes = top(usage, from: limits.minimumBytesPerSecond) { $0.bytesPerSecond }
        let byMemory = top(usage, from: 1) { $0.memoryBytes }
        // A clock that was set back must not keep names for ever.
        for name in entries.keys where (entries[name]?.lastTop ?? time) > time { entries[name]?.lastTop = time }
        for name in byCores + byBytes + byMemory { entries[name, default: Entry(lastTop: time)].lastTop = time }
        for (name, usage) in usage where usage.bytesPerSecond != nil { entries[name]?.hasInputOutput = true }
        entries = entries.filter { time - $0.value.lastTop <= limits.retention }
        retireBeyondLimit()
    }

    private func top(
        _ usage: [String: ProcessUsage], from floor: Double, by measure: (ProcessUsage) -> Double?
    ) -> [String] {
        usage.compactMap { name, usage in measure(usage).map { (name: name, value: $0) } }
            .filter { $0.value >= floor }
            .sorted { ($0.value, $1.name) > ($1.value, $0.name) }
            .prefix(limits.topCount)
            .map(\.name)
    }

    private mutating func retireBeyondLimit() {
        guard entries.count > limits.maximumNames else { return }
        let oldestFirst = entries.sorted { ($0.value.lastTop, $0.key) < ($1.value.lastTop, $1.key) }
        for (name, _) in oldestFirst.prefix(entries.count - limits.maximumNames) { entries[name] = nil }
    }
}
