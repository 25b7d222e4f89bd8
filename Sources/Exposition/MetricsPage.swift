/// A page of metrics while it is written.
struct MetricsPage {
    /// How it is written.
    let format: ExpositionFormat
    private(set) var bytes: [UInt8] = []

    /// An empty page.
    init(_ format: ExpositionFormat) {
        self.format = format
    }

    /// Writes one metric: its help, its type, its series in the order of their labels.
    mutating func add(_ family: MetricFamily, help: String) {
        let isOpenMetricsCounter = format == .openMetrics && family.kind == .counter
        let declared = isOpenMetricsCounter ? MetricKind.counterBase(family.name) : family.name
        let sample = isOpenMetricsCounter ? declared + "_total" : family.name
        let escaped =
            format == .openMetrics ? PrometheusGrammar.escapedValue(help) : PrometheusGrammar.escapedHelp(help)
        line("# HELP ", declared, " ", escaped)
        line("# TYPE ", declared, " ", family.kind.rawValue)
        for (labels, instrument) in family.series.sorted(by: { $0.key < $1.key }) {
            switch instrument {
            case .counter(let counter): self.sample(sample, labels, counter.text)
            case .gauge(let gauge): self.sample(sample, labels, PrometheusGrammar.number(gauge.value))
            case .histogram(let histogram): add(histogram, named: sample, labels: labels)
            }
        }
    }

    /// Ends the page; OpenMetrics tells a whole page from a torn one by its last line.
    mutating func finish() {
        if format == .openMetrics { line("# EOF") }
    }

    private mutating func add(_ histogram: HistogramInstrument, named name: String, labels: String) {
        let reading = histogram.reading
        let prefix = labels.isEmpty ? "" : labels + ","
        var count: UInt64 = 0
        for (index, inBucket) in reading.buckets.enumerated() {
            count += inBucket
            // Edges keep their fraction ("1.0") in both formats, so that a scraper sees the same series in either.
            let edge = index < histogram.edges.count ? histogram.edges[index].description : "+Inf"
            sample(name + "_bucket", prefix + "le=\"" + edge + "\"", String(count))
        }
        sample(name + "_sum", labels, PrometheusGrammar.number(reading.sum))
        sample(name + "_count", labels, String(count))
    }

    private mutating func sample(_ name: String, _ labels: String, _ value: String) {
        if labels.isEmpty {
            line(name, " ", value)
        } else {
            line(name, "{", labels, "} ", value)
        }
    }

    private mutating func line(_ parts: String...) {
        for part in parts { bytes.append(contentsOf: part.utf8) }
        bytes.append(UInt8(ascii: "\n"))
    }
}
