import Metrics

/// What Ingest counts besides what every stage counts.
struct DoorMetrics: Sendable {
    /// Messages that publishers numbered and that never came.
    let lostMessages: Counter
    /// Publishers whose definitions, and whose numbers, were forgotten to make room for others.
    let forgottenDefinitions: Counter
    let forgottenNumbers: Counter
    /// Changes that were taken.
    let changes: Counter
    /// Feedback that was taken.
    let feedback: Counter
    /// Samples of history, taken before the doors were asked.
    let history: Counter
    /// Series that are known.
    let series: Gauge
    /// Topics of samples that are listened to.
    let listeners: Gauge
    /// How often a listener to samples fell behind and lost messages.
    let slowListeners: Counter

    init(factory: any MetricsFactory) {
        lostMessages = Counter(label: "andon_door_lost_messages_total", factory: factory)
        forgottenDefinitions = Counter(
            label: "andon_door_forgotten_publishers_total", dimensions: [("what", "definitions")], factory: factory)
        forgottenNumbers = Counter(
            label: "andon_door_forgotten_publishers_total", dimensions: [("what", "numbers")], factory: factory)
        changes = Counter(label: "andon_door_changes_total", factory: factory)
        feedback = Counter(label: "andon_door_feedback_total", factory: factory)
        history = Counter(label: "andon_history_samples_total", factory: factory)
        series = Gauge(label: "andon_series", factory: factory)
        listeners = Gauge(label: "andon_sample_listeners", factory: factory)
        slowListeners = Counter(label: "andon_slow_sample_listeners_total", factory: factory)
    }
}
