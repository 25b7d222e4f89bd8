import Metrics
import Samples

/// What Publish counts besides what every stage counts.
struct AnomalyMetrics: Sendable {
    /// From the arrival of the sample that decided, at the door, to its anomaly being on the bus.
    let latency: Metrics.Timer
    /// Subscriptions that came.
    let subscribed: Counter
    /// Subscriptions that went.
    let unsubscribed: Counter
    private let messages: [[Counter]]

    init(factory: any MetricsFactory) {
        latency = Metrics.Timer(label: "andon_anomaly_latency_seconds", factory: factory)
        subscribed = Counter(label: "andon_subscriptions_total", dimensions: [("change", "added")], factory: factory)
        unsubscribed = Counter(
            label: "andon_subscriptions_total", dimensions: [("change", "removed")], factory: factory)
        messages = Severity.allCases.map { severity in
            Anomaly.Phase.allCases.map { phase in
                Counter(
                    label: "andon_anomalies_total",
                    dimensions: [("severity", severity.rawValue), ("phase", phase.rawValue)], factory: factory)
            }
        }
    }

    /// Counts a message about an anomaly.
    func count(_ anomaly: Anomaly) {
        guard let severity = Severity.allCases.firstIndex(of: anomaly.severity),
            let phase = Anomaly.Phase.allCases.firstIndex(of: anomaly.phase)
        else { return }
        messages[severity][phase].increment()
    }
}
