import Metrics

/// What Ingest counts besides what every stage counts.
struct DoorMetrics: Sendable {
    /// Messages that publishers numbered and that never came.
    let lostMessages: Counter
    /// Changes that were taken.
    let changes: Counter
    /// Series that are known.
    let series: Gauge

    init(factory: any MetricsFactory) {
        lostMessages = Counter(label: "andon_door_lost_messages_total", factory: factory)
        changes = Counter(label: "andon_door_changes_total", factory: factory)
        series = Gauge(label: "andon_series", factory: factory)
    }
}
