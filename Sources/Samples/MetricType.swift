/// How the values of a metric follow each other: what Prometheus, OpenMetrics and OpenTelemetry call its type.
public enum MetricType: String, CaseIterable, Sendable {
    /// Each value stands for itself, and is judged.
    case gauge
    /// A sum since some start that only grows, and begins anew when its publisher does: what is judged is its rate.
    case counter

    /// What the name says; `nil` where it says nothing. `_total` ends the names of counters, and so does `_bucket`, with a label
    /// `le`, those of a histogram's. What is measured in shares, degrees or the like, says when something was or how long it has been
    /// up, or is a rate already, is a gauge.
    ///
    /// - Reference: OpenMetrics 1.0, "Counter" and "Histogram".
    public init?(of key: SeriesKey) {
        let words = MetricWords.of(key.name)
        if words.count > 1, words.last == "total" || words.last == "bucket" && key.labels["le"] != nil {
            self = .counter
        } else if Self.gaugeUnits.contains(MetricUnit(of: key)) || words.contains("uptime") {
            self = .gauge
        } else {
            return nil
        }
    }

    private static let gaugeUnits: Set<MetricUnit> = [
        .timestamp, .bytesPerSecond, .ratio, .percent, .perSecond, .celsius, .volts, .amperes, .watts, .hertz, .meters,
        .grams,
    ]
}

extension MetricUnit {
    /// What the rate of a counter is measured in: seconds in a second are a share, joules in a second watts.
    public var perSecond: MetricUnit {
        switch self {
        case .bytes: .bytesPerSecond
        case .count, .none: .perSecond
        case .seconds: .ratio
        case .joules: .watts
        case .timestamp: .timestamp
        default: .none
        }
    }
}
