/// All series of one metric name.
struct MetricFamily: Sendable {
    /// By the grammar of Prometheus.
    let name: String
    /// The same for all its series.
    let kind: MetricKind
    /// Upper edges of the buckets, for histograms.
    let edges: [Double]
    /// By the labels as they are written between the braces, which is also the order on the page.
    private(set) var series: [String: Instrument] = [:]
    private var overflow: Instrument?

    /// A name without series.
    init(name: String, kind: MetricKind, edges: [Double]) {
        self.name = name
        self.kind = kind
        self.edges = edges
    }

    /// A name whose only series exists already and has no labels.
    init(name: String, counter: CounterInstrument) {
        self.init(name: name, kind: .counter, edges: [])
        series[""] = .counter(counter)
    }

    /// The series with these labels, made if there is none; `nil` beyond `limit` series.
    mutating func instrument(labels: String, limit: Int) -> Instrument? {
        if let known = series[labels] { return known }
        guard series.count < limit else { return nil }
        let made = Instrument(kind, edges: edges)
        series[labels] = made
        return made
    }

    /// The one series that everything beyond the limit shares, with the labels of whoever came first.
    mutating func overflowInstrument(labels: String) -> Instrument {
        if let overflow { return overflow }
        let made = series[labels] ?? Instrument(kind, edges: edges)
        series[labels] = made
        overflow = made
        return made
    }
}
