/// What Prometheus calls the type of a metric.
enum MetricKind: String, Sendable {
    case counter, gauge, histogram

    /// Every sample name that a metric of this name and kind may write, in either format.
    ///
    /// Two metrics must not share one: a histogram `x` writes `x_count`, and so would a counter of that name.
    func sampleNames(of name: String) -> Set<String> {
        switch self {
        case .counter: [name, MetricKind.counterBase(name), MetricKind.counterBase(name) + "_total"]
        case .gauge: [name]
        case .histogram: [name, name + "_bucket", name + "_sum", name + "_count"]
        }
    }

    /// A counter's name as OpenMetrics declares it: without `_total`.
    static func counterBase(_ name: String) -> String {
        name.hasSuffix("_total") ? String(name.dropLast("_total".count)) : name
    }
}
