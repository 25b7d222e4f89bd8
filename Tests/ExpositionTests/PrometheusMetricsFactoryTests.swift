import Metrics
import Testing

@testable import Exposition

@Suite struct PrometheusMetricsFactoryTests {
    let registry = PrometheusRegistry()
    var factory: PrometheusMetricsFactory { PrometheusMetricsFactory(registry: registry) }

    @Test func addsBothSortsOfCountersUp() {
        Counter(label: "x_total", factory: factory).increment(by: 2)
        FloatingPointCounter(label: "x_total", factory: factory).increment(by: 0.25)
        #expect(registry.renderText().contains("\nx_total 2.25\n"))
    }

    @Test func makesGaugesOfMetersAndPlainRecorders() {
        let meter = Meter(label: "m", factory: factory)
        meter.set(5)
        meter.increment(by: 2)
        meter.decrement(by: 0.5)
        let recorder = Recorder(label: "g", dimensions: [], aggregate: false, factory: factory)
        recorder.record(3)
        recorder.record(-1)
        #expect(registry.renderText().contains("\nm 6.5\n"))
        #expect(registry.renderText().contains("\ng -1\n"))
        #expect(registry.renderText().contains("\n# TYPE g gauge\n"))
    }

    @Test func makesHistogramsOfRecordersThatAggregate() {
        registry.setBuckets("sizes_bytes", [10, 100])
        let recorder = Recorder(label: "sizes_bytes", dimensions: [], aggregate: true, factory: factory)
        recorder.record(10)
        recorder.record(11)
        #expect(registry.renderText().contains("\nsizes_bytes_bucket{le=\"10.0\"} 1\n"))
        #expect(registry.renderText().contains("\nsizes_bytes_bucket{le=\"100.0\"} 2\n"))
    }

    @Test func keepsWhatIsDestroyed() {
        let counter = Counter(label: "x_total", factory: factory)
        counter.increment()
        counter.destroy()
        Counter(label: "x_total", factory: factory).increment()
        #expect(registry.renderText().contains("\nx_total 2\n"))
    }

    @Test func servesAsTheFactoryOfATask() {
        withMetricsFactory(factory) { Counter(label: "task_total").increment() }
        #expect(registry.renderText().contains("\ntask_total 1\n"))
    }
}
