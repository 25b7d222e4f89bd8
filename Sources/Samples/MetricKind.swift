/// What a metric is about, inferred from the words of its name: what belongs together when causes are looked for.
public enum MetricKind: String, CaseIterable, Sendable {
    /// How long something takes.
    case latency
    /// The share of requests that succeed.
    case availability
    /// What went wrong.
    case errors
    /// How much is asked for.
    case traffic
    /// Computing time, and what waits for it.
    case cpu
    /// Memory in use.
    case memory
    /// Reading, writing and waiting for it.
    case disk
    /// Sending and receiving.
    case network
    /// How full a bounded thing is: queues, pools, handles.
    case saturation
    /// That something is alive.
    case heartbeat
    /// None of these, as far as the name tells.
    case other

    /// The kind whose words come first in this list and occur in the name, where words are separated by `_`, `.`, `:` or `-`.
    ///
    /// A label `kind` decides before the name does, if it holds one of the raw values.
    public init(of key: SeriesKey) {
        if let said = key.labels["kind"].flatMap(MetricKind.init(rawValue:)) {
            self = said
            return
        }
        let words = Set(key.name.lowercased().split { "_.:-".contains($0) }.map(String.init))
        self = Self.words.first { !$0.words.isDisjoint(with: words) }?.kind ?? .other
    }

    /// The more telling words first: `disk_errors_total` speaks of errors, `disk_read_bytes` of the disk.
    private static let words: [(kind: MetricKind, words: Set<String>)] = [
        (.heartbeat, ["heartbeat", "alive"]),
        (.errors, ["error", "errors", "failures", "failed", "exceptions", "5xx", "drops", "dropped"]),
        (.availability, ["availability", "success", "up"]),
        (.latency, ["latency", "duration", "response", "wait"]),
        (.disk, ["disk", "io", "iops", "read", "write", "filesystem", "fsync"]),
        (.network, ["network", "net", "tcp", "receive", "transmit", "bandwidth"]),
        (.memory, ["memory", "mem", "heap", "rss", "swap", "gc", "faults"]),
        (.cpu, ["cpu", "load", "load1", "load5", "load15", "cores", "context", "interrupts"]),
        (.saturation, ["queue", "pool", "connections", "handles", "threads", "saturation", "pressure", "depth"]),
        (.traffic, ["requests", "rps", "qps", "operations", "traffic", "orders", "throughput"]),
    ]
}
