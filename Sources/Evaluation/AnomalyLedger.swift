package import Samples

/// The anomalies of a replay, each put together from its messages.
package struct AnomalyLedger {
    private var spans: [AnomalySpan] = []
    private var seriesOfSpan: [SeriesKey] = []
    /// By id of those that are open: their place in ``spans``.
    private var open: [String: Int] = [:]

    /// No anomaly yet.
    package init() {}

    /// Takes the next message about an anomaly.
    package mutating func take(_ anomaly: Anomaly) {
        if anomaly.phase == .opened {
            open[anomaly.id] = spans.count
            spans.append(
                AnomalySpan(
                    id: anomaly.id, kind: anomaly.kind, onset: anomaly.onset, opened: anomaly.time,
                    severity: anomaly.severity, peakScore: anomaly.peakScore))
            seriesOfSpan.append(anomaly.series)
        }
        guard let place = open[anomaly.id] else { return }
        spans[place].severity = max(spans[place].severity, anomaly.severity)
        spans[place].peakScore = max(spans[place].peakScore, anomaly.peakScore)
        guard anomaly.phase == .closed else { return }
        open[anomaly.id] = nil
        spans[place].closed = anomaly.time
        spans[place].closeReason = anomaly.closeReason
    }

    /// By series, in the order in which they opened.
    package var bySeries: [SeriesKey: [AnomalySpan]] {
        Dictionary(grouping: spans.indices) { seriesOfSpan[$0] }.mapValues { places in places.map { spans[$0] } }
    }
}
