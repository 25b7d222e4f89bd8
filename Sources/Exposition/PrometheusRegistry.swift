import Synchronization

/// Every metric of this process, ready to be scraped.
///
/// Making an instrument takes a lock; changing one never does. An instrument is never destroyed: asking again for the
/// same name and labels gives the same one.
///
/// What is bounded: ``maximumNames`` names and a limit of series per name. Beyond, everything shares one series whose
/// labels all say `overflow` (or, for a name too many, nothing is kept), and `andon_metrics_overflow_total` counts.
/// A name asked for as another kind, or one whose samples another metric writes already, gets an instrument that
/// nobody sees, and `andon_metrics_clash_total` counts: it is our bug, and no reason to stop a daemon.
package final class PrometheusRegistry: Sendable {
    /// Seconds; they cover what is promised about latency, from a millisecond to five seconds.
    package static let defaultEdges = [
        0.001, 0.002, 0.005, 0.01, 0.015, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.5, 1, 5,
    ]
    /// Names come from code, of which there is not that much.
    package static let maximumNames = 2_000

    /// Series a name may have before they are counted together.
    package let seriesLimit: Int
    let shelf = Mutex(Shelf())
    private let overflows = CounterInstrument()
    private let clashes = CounterInstrument()

    /// A registry with nothing but its own two counters. `seriesLimit` is at least 1.
    package init(seriesLimit: Int = 1_000) {
        precondition(seriesLimit > 0, "A registry that may not keep a single series of a name is of no use")
        self.seriesLimit = seriesLimit
        shelf.withLock { shelf in
            shelf.adopt("andon_metrics_overflow_total", overflows)
            shelf.adopt("andon_metrics_clash_total", clashes)
        }
        describe(
            "andon_metrics_overflow_total", help: "Times an own metric had too many series and was counted as overflow."
        )
        describe("andon_metrics_clash_total", help: "Times an own metric was asked for as two different kinds.")
    }

    /// Says what a metric means, for people who read the page. Without it the name in words stands there.
    package func describe(_ name: String, help: String) {
        shelf.withLock { $0.help[PrometheusGrammar.metricName(name)] = help }
    }

    /// Sets the upper edges of the buckets of a histogram, finite and ascending, at most 31, in the metric's unit.
    ///
    /// To be called before the histogram is first made: buckets that hold counts stay as they are, and the late call
    /// counts as a clash.
    package func setBuckets(_ name: String, _ edges: [Double]) {
        precondition(edges.count <= HistogramInstrument.maximumEdges, "A histogram has at most 31 edges")
        precondition(edges.allSatisfy(\.isFinite), "The edges of a histogram are finite; +Inf is always there")
        precondition(zip(edges, edges.dropFirst()).allSatisfy(<), "The edges of a histogram ascend")
        let name = PrometheusGrammar.metricName(name)
        let isLate = shelf.withLock { shelf in
            shelf.edges[name] = edges
            return shelf.families[name].map { $0.edges != edges } ?? false
        }
        if isLate { clashes.increment(by: Int64(1)) }
    }

    /// Has `collect` called before every page, to set gauges that are cheaper to compute than to keep.
    ///
    /// It runs on the thread of whoever reads the page, several at once when several read; it must not wait.
    package func onCollect(_ collect: @escaping @Sendable () -> Void) {
        shelf.withLock { $0.collectors.append(collect) }
    }

    /// The page, sorted by name and then by labels.
    ///
    /// - Cost: about two microseconds a sample; holds the lock only to copy references.
    package func render(as format: ExpositionFormat = .text) -> [UInt8] {
        for collect in shelf.withLock({ $0.collectors }) { collect() }
        let (families, help) = shelf.withLock { ($0.families, $0.help) }
        var page = MetricsPage(format)
        for (name, family) in families.sorted(by: { $0.key < $1.key }) {
            page.add(family, help: help[name] ?? PrometheusGrammar.words(of: name))
        }
        page.finish()
        return page.bytes
    }

    /// The page in the text format, as a string.
    package func renderText() -> String {
        String(decoding: render(as: .text), as: UTF8.self)
    }

    /// The series with this name and these labels, made at zero if there is none; `nil` when it cannot be had.
    func instrument(_ kind: MetricKind, _ label: String, _ dimensions: [(String, String)]) -> Instrument? {
        let name = PrometheusGrammar.metricName(label)
        let labels = PrometheusGrammar.labels(dimensions)
        let outcome = shelf.withLock { $0.instrument(kind, name, labels, limit: seriesLimit) }
        switch outcome {
        case .found(let instrument): return instrument
        case .clash:
            clashes.increment(by: Int64(1))
            return nil
        case .tooManyNames:
            overflows.increment(by: Int64(1))
            return nil
        case .tooManySeries:
            overflows.increment(by: Int64(1))
            let shared = PrometheusGrammar.labels(dimensions.map { ($0.0, "overflow") })
            return shelf.withLock { $0.families[name]?.overflowInstrument(labels: shared) }
        }
    }
}
