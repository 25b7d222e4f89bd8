/// What a metric is about, inferred from the words and the unit of its name: what belongs together when causes are looked for.
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

    /// The kind whose words come first in the list below and occur in the name, corrected by the unit: what counts the
    /// observations of a latency is traffic, and what takes time is a latency where no other word says more.
    ///
    /// A label `kind` decides before the name does, if it holds one of the raw values.
    public init(of key: SeriesKey) {
        self.init(of: key, unit: MetricUnit(of: key))
    }

    /// The same where the unit is known.
    init(of key: SeriesKey, unit: MetricUnit) {
        if let said = key.labels["kind"].flatMap(MetricKind.init(rawValue:)) {
            self = said
            return
        }
        let words = Set(MetricWords.of(key.name))
        let named = Self.words.first { !$0.words.isDisjoint(with: words) }?.kind ?? .other
        switch named {
        case .latency where [.count, .perSecond, .bytes, .bytesPerSecond].contains(unit): self = .traffic
        case .saturation where unit.isTime, .traffic where unit.isTime, .other where unit.isTime: self = .latency
        default: self = named
        }
        if self == .traffic, Self.tellsOfFailure(key.labels) { self = .errors }
    }

    /// True for requests that the server failed at.
    private static func tellsOfFailure(_ labels: Labels) -> Bool {
        statusLabels.contains { labels[$0]?.hasPrefix("5") ?? false } || labels["outcome"] == "SERVER_ERROR"
    }

    private static let statusLabels = [
        "code", "status", "status_code", "http_status_code", "http_response_status_code", "http.response.status_code",
    ]

    /// The more telling words first: `disk_errors_total` speaks of errors, `network_io` of the network.
    private static let words: [(kind: MetricKind, words: Set<String>)] = [
        (.heartbeat, ["heartbeat", "heartbeats", "alive", "uptime", "watchdog"]),
        (
            .errors,
            [
                "error", "errors", "errs", "failure", "failures", "failed", "fail", "exception", "exceptions", "5xx",
                "drop", "drops", "dropped", "rejected", "restarts", "oom", "panics", "timeouts", "lost",
            ]
        ),
        (.availability, ["availability", "success", "up", "healthy", "ready"]),
        (.latency, ["latency", "duration", "response", "wait", "rtt", "ttfb", "elapsed"]),
        (
            .network,
            ["network", "net", "netstat", "tcp", "udp", "receive", "transmit", "bandwidth", "rx", "tx", "packets"]
        ),
        (
            .disk,
            [
                "disk", "io", "iops", "read", "write", "filesystem", "fs", "fsync", "inodes", "volume", "storage",
                "persistentvolumeclaim",
            ]
        ),
        (.memory, ["memory", "mem", "memstats", "heap", "rss", "swap", "gc", "faults"]),
        (
            .cpu,
            ["cpu", "load", "load1", "load5", "load15", "cores", "context", "interrupts", "intr", "cfs", "procs"]
        ),
        (
            .saturation,
            [
                "queue", "queued", "pending", "backlog", "lag", "pool", "connections", "handles", "fds", "filefd",
                "threads", "goroutines", "saturation", "pressure", "depth", "inflight", "flight", "active",
                "utilization",
                "resource", "quota", "entries",
            ]
        ),
        (
            .traffic,
            [
                "request", "requests", "rps", "qps", "operations", "ops", "traffic", "orders", "throughput", "calls",
                "messages", "events", "queries", "commits", "transactions", "records", "handled", "rpc", "hits",
                "samples",
            ]
        ),
    ]
}
