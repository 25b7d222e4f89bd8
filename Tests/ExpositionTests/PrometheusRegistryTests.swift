import Metrics
import Testing

@testable import Exposition

@Suite struct PrometheusRegistryTests {
    /// The page without what the registry tells about itself.
    private func lines(_ registry: PrometheusRegistry, _ format: ExpositionFormat = .text) -> [String] {
        String(decoding: registry.render(as: format), as: UTF8.self).split(separator: "\n").map(String.init)
            .filter { !$0.contains("andon_metrics_") }
    }

    private func registryOfAllKinds() -> PrometheusRegistry {
        let registry = PrometheusRegistry()
        let factory = PrometheusMetricsFactory(registry: registry)
        registry.describe("andon_batches_total", help: "Batches \\ seen\nso far, \"all\".")
        registry.describe("andon_wait_seconds", help: "Time waited.")
        registry.setBuckets("andon_wait_seconds", [0.5, 1])
        Counter(label: "andon_batches_total", dimensions: [("stage", "b")], factory: factory).increment(by: 3)
        Counter(label: "andon_batches_total", dimensions: [("stage", "a\"\\\n")], factory: factory).increment()
        Gauge(label: "andon_queue_depth", factory: factory).record(2.5)
        let timer = Timer(label: "andon_wait_seconds", dimensions: [("stage", "a")], factory: factory)
        timer.recordMilliseconds(500)
        timer.recordMilliseconds(750)
        timer.recordSeconds(2)
        return registry
    }

    @Test func writesTheTextFormat() {
        #expect(
            lines(registryOfAllKinds()) == [
                #"# HELP andon_batches_total Batches \\ seen\nso far, "all"."#,
                "# TYPE andon_batches_total counter",
                #"andon_batches_total{stage="a\"\\\n"} 1"#,
                #"andon_batches_total{stage="b"} 3"#,
                "# HELP andon_queue_depth Andon queue depth",
                "# TYPE andon_queue_depth gauge",
                "andon_queue_depth 2.5",
                "# HELP andon_wait_seconds Time waited.",
                "# TYPE andon_wait_seconds histogram",
                #"andon_wait_seconds_bucket{stage="a",le="0.5"} 1"#,
                #"andon_wait_seconds_bucket{stage="a",le="1.0"} 2"#,
                #"andon_wait_seconds_bucket{stage="a",le="+Inf"} 3"#,
                #"andon_wait_seconds_sum{stage="a"} 3.25"#,
                #"andon_wait_seconds_count{stage="a"} 3"#,
            ])
    }

    @Test func writesOpenMetrics() {
        let page = lines(registryOfAllKinds(), .openMetrics)
        #expect(
            page.prefix(4) == [
                #"# HELP andon_batches Batches \\ seen\nso far, \"all\"."#,
                "# TYPE andon_batches counter",
                #"andon_batches_total{stage="a\"\\\n"} 1"#,
                #"andon_batches_total{stage="b"} 3"#,
            ])
        #expect(page.last == "# EOF")
    }

    @Test func givesCountersOfOpenMetricsTheirEnding() {
        let registry = PrometheusRegistry()
        registry.instrument(.counter, "hits", [])?.counter?.increment(by: Int64(2))
        #expect(lines(registry).contains("hits 2"))
        #expect(lines(registry, .openMetrics).contains("hits_total 2"))
        #expect(lines(registry, .openMetrics).contains("# TYPE hits counter"))
    }

    @Test func showsMetricsAtZeroAsSoonAsTheyAreMade() {
        let registry = PrometheusRegistry()
        let factory = PrometheusMetricsFactory(registry: registry)
        _ = Counter(label: "a_total", factory: factory)
        _ = Metrics.Timer(label: "b_seconds", factory: factory)
        _ = Meter(label: "c", factory: factory)
        let page = lines(registry)
        #expect(page.contains("a_total 0"))
        #expect(page.contains("b_seconds_count 0"))
        #expect(page.contains("b_seconds_sum 0"))
        #expect(page.contains(#"b_seconds_bucket{le="0.001"} 0"#))
        #expect(page.contains("c 0"))
    }

    @Test func isTheSameInstrumentForTheSameNameAndLabels() {
        let registry = PrometheusRegistry()
        let first = registry.instrument(.counter, "x_total", [("a", "1"), ("b", "2")])?.counter
        let second = registry.instrument(.counter, "x_total", [("b", "2"), ("a", "1")])?.counter
        #expect(first != nil && first === second)
        #expect(registry.instrument(.counter, "x_total", [("a", "1")])?.counter !== first)
    }

    @Test func countsWhatIsBeyondTheLimitTogether() {
        let registry = PrometheusRegistry(seriesLimit: 3)
        for id in 0..<10 {
            registry.instrument(.counter, "x_total", [("id", "\(id)")])?.counter?.increment(by: Int64(1))
        }
        // The known ones stay reachable.
        registry.instrument(.counter, "x_total", [("id", "1")])?.counter?.increment(by: Int64(1))
        #expect(
            lines(registry).filter { $0.hasPrefix("x_total") } == [
                #"x_total{id="0"} 1"#, #"x_total{id="1"} 2"#, #"x_total{id="2"} 1"#, #"x_total{id="overflow"} 7"#,
            ])
        #expect(registry.renderText().contains("\nandon_metrics_overflow_total 7\n"))
    }

    @Test func keepsOneOverflowSeriesWhateverTheLabels() {
        let registry = PrometheusRegistry(seriesLimit: 1)
        for name in ["a", "b", "c"] {
            registry.instrument(.gauge, "x", [(name, "1")])?.gauge?.increment(by: 1)
        }
        #expect(lines(registry).filter { $0.hasPrefix("x") } == [#"x{a="1"} 1"#, #"x{b="overflow"} 2"#])
    }

    @Test func boundsTheNumberOfNames() {
        let registry = PrometheusRegistry()
        for index in 0..<(PrometheusRegistry.maximumNames + 5) { _ = registry.instrument(.gauge, "x\(index)", []) }
        let names = lines(registry).filter { $0.hasPrefix("# TYPE x") }
        // Two names are the registry's own.
        #expect(names.count == PrometheusRegistry.maximumNames - 2)
        #expect(registry.renderText().contains("\nandon_metrics_overflow_total 7\n"))
    }

    @Test func countsAClashAndGoesOn() {
        let registry = PrometheusRegistry()
        let factory = PrometheusMetricsFactory(registry: registry)
        Counter(label: "x_total", factory: factory).increment()
        let wrong = Meter(label: "x_total", factory: factory)
        wrong.set(99)
        Metrics.Timer(label: "x_total", factory: factory).recordSeconds(1)
        #expect(lines(registry).contains("x_total 1"))
        #expect(registry.renderText().contains("\nandon_metrics_clash_total 2\n"))
    }

    @Test(arguments: [
        (MetricKind.histogram, "x", MetricKind.counter, "x_count"), (.gauge, "x_bucket", .histogram, "x"),
        (.counter, "x_total", .gauge, "x"), (.counter, "x", .counter, "x_total"),
    ])
    func refusesNamesThatWouldWriteTheSameSample(kinds: (MetricKind, String, MetricKind, String)) {
        let registry = PrometheusRegistry()
        #expect(registry.instrument(kinds.0, kinds.1, []) != nil)
        #expect(registry.instrument(kinds.2, kinds.3, []) == nil)
        #expect(registry.renderText().contains("\nandon_metrics_clash_total 1\n"))
    }

    @Test func keepsTheBucketsThatHoldCounts() {
        let registry = PrometheusRegistry()
        registry.instrument(.histogram, "x_seconds", [])?.histogram?.record(1.0)
        registry.setBuckets("x_seconds", [7])
        #expect(lines(registry).count { $0.hasPrefix("x_seconds_bucket") } == 16)
        #expect(registry.renderText().contains("\nandon_metrics_clash_total 1\n"))
    }

    @Test func asksBeforeEveryPage() {
        let registry = PrometheusRegistry()
        let gauge = registry.instrument(.gauge, "asked", [])?.gauge
        registry.onCollect { gauge?.increment(by: 1) }
        #expect(lines(registry).contains("asked 1"))
        #expect(lines(registry).contains("asked 2"))
    }

    @Test func letsACollectorMakeMetrics() {
        let registry = PrometheusRegistry()
        registry.onCollect { registry.instrument(.gauge, "late", [])?.gauge?.set(Int64(4)) }
        #expect(lines(registry).contains("late 4"))
    }

    @Test func losesNothingWhenManyCountAtOnce() async {
        let registry = PrometheusRegistry()
        let factory = PrometheusMetricsFactory(registry: registry)
        await withTaskGroup { group in
            for task in 0..<16 {
                group.addTask {
                    let counter = Counter(label: "n_total", factory: factory)
                    let fractions = FloatingPointCounter(label: "f_total", factory: factory)
                    let recorder = Recorder(label: "r", dimensions: [], aggregate: true, factory: factory)
                    for step in 0..<10_000 {
                        counter.increment()
                        fractions.increment(by: 0.5)
                        recorder.record(step % 2)
                        if step == 5_000, task == 0 { _ = registry.renderText() }
                    }
                }
            }
        }
        let page = lines(registry)
        #expect(page.contains("n_total 160000"))
        #expect(page.contains("f_total 80000"))
        #expect(page.contains("r_sum 80000"))
        #expect(page.contains("r_count 160000"))
        #expect(page.contains(#"r_bucket{le="0.001"} 80000"#))
        #expect(page.contains(#"r_bucket{le="1.0"} 160000"#))
    }
}
