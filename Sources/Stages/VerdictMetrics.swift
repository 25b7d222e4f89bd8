import Detection
import Metrics
import Samples

/// What Detect counts besides what every stage counts.
struct VerdictMetrics: Sendable {
    /// Samples that got a score.
    let scored: Counter
    /// Samples whose series was still warming up.
    let warming: Counter
    /// Samples of counters that give no rate.
    let unrated: Counter
    /// How often counters began anew.
    let resets: Counter
    /// Series that are judged as counters.
    let counters: Gauge
    /// From a message's arrival at the door to the verdict on the last of its samples.
    let latency: Metrics.Timer
    /// Bytes of learned state of a series.
    let bytesPerSeries: Gauge
    /// Anomalies that are open.
    let open: Gauge
    /// Anomalies that feedback cannot name any more.
    let forgotten: Counter
    /// Anomalies that the lease of a change kept from being told.
    let tolerated: Counter
    /// Changes whose leases go on but are not allowed for any more.
    let forgottenLeases: Counter
    /// By verdict of the rule: anomalies that were not told.
    private let heldBack: [FeedbackVerdict: Counter]

    init(shard: UInt32, factory: any MetricsFactory) {
        let labels = [("shard", String(shard))]
        scored = Counter(label: "andon_samples_scored_total", factory: factory)
        warming = Counter(label: "andon_samples_warming_total", factory: factory)
        unrated = Counter(label: "andon_samples_unrated_total", factory: factory)
        resets = Counter(label: "andon_rate_resets_total", factory: factory)
        counters = Gauge(label: "andon_rated_series", dimensions: labels, factory: factory)
        latency = Metrics.Timer(label: "andon_verdict_latency_seconds", factory: factory)
        bytesPerSeries = Gauge(label: "andon_series_state_bytes", factory: factory)
        open = Gauge(label: "andon_anomalies_open", dimensions: labels, factory: factory)
        forgotten = Counter(label: "andon_feedback_forgotten_anomalies_total", factory: factory)
        tolerated = Counter(label: "andon_change_tolerated_anomalies_total", factory: factory)
        forgottenLeases = Counter(label: "andon_change_forgotten_leases_total", factory: factory)
        let suppressing = FeedbackVerdict.allCases.filter { $0.tolerance != nil }
        heldBack = Dictionary(
            uniqueKeysWithValues: suppressing.map { verdict in
                let dimensions = [("verdict", verdict.rawValue)]
                return (
                    verdict,
                    Counter(label: "andon_feedback_held_back_total", dimensions: dimensions, factory: factory)
                )
            })
    }

    /// Counts an anomaly that was not told.
    func count(_ held: HeldBack) { heldBack[held.verdict]?.increment() }
}
