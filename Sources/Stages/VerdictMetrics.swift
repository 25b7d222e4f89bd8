import Metrics

/// What Detect counts besides what every stage counts.
struct VerdictMetrics: Sendable {
    /// Samples that got a score.
    let scored: Counter
    /// Samples whose series was still warming up.
    let warming: Counter
    /// From a message's arrival at the door to the verdict on the last of its samples.
    let latency: Metrics.Timer
    /// Bytes of learned state of a series.
    let bytesPerSeries: Gauge
    /// Anomalies that are open.
    let open: Gauge

    init(shard: UInt32, factory: any MetricsFactory) {
        let labels = [("shard", String(shard))]
        scored = Counter(label: "andon_samples_scored_total", factory: factory)
        warming = Counter(label: "andon_samples_warming_total", factory: factory)
        latency = Metrics.Timer(label: "andon_verdict_latency_seconds", factory: factory)
        bytesPerSeries = Gauge(label: "andon_series_state_bytes", factory: factory)
        open = Gauge(label: "andon_anomalies_open", dimensions: labels, factory: factory)
    }
}
