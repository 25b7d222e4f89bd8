/// One series of Andon's own metrics, of any kind.
enum Instrument: Sendable {
    case counter(CounterInstrument)
    case gauge(GaugeInstrument)
    case histogram(HistogramInstrument)

    /// A new one at zero; `edges` are only for histograms.
    init(_ kind: MetricKind, edges: [Double]) {
        self =
            switch kind {
            case .counter: .counter(CounterInstrument())
            case .gauge: .gauge(GaugeInstrument())
            case .histogram: .histogram(HistogramInstrument(edges: edges))
            }
    }

    /// The counter, or `nil` when this is none.
    var counter: CounterInstrument? {
        if case .counter(let counter) = self { counter } else { nil }
    }

    /// The gauge, or `nil` when this is none.
    var gauge: GaugeInstrument? {
        if case .gauge(let gauge) = self { gauge } else { nil }
    }

    /// The histogram, or `nil` when this is none.
    var histogram: HistogramInstrument? {
        if case .histogram(let histogram) = self { histogram } else { nil }
    }
}
