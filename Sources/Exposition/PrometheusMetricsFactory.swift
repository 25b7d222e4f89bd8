package import Metrics

/// Makes the instruments of swift-metrics in a ``PrometheusRegistry``.
///
/// The label is the metric's name, the dimensions are its labels. Recorders that aggregate and timers (in seconds)
/// become histograms, other recorders and meters become gauges, both sorts of counters become counters.
package struct PrometheusMetricsFactory: MetricsFactory {
    /// Where the instruments live.
    package let registry: PrometheusRegistry

    /// A factory for instruments that live in `registry`.
    package init(registry: PrometheusRegistry) {
        self.registry = registry
    }

    /// The counter with this name and these labels.
    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        registry.instrument(.counter, label, dimensions)?.counter ?? NOOPMetricsHandler.instance
    }

    /// The counter with this name and these labels, for amounts that are not whole.
    package func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        registry.instrument(.counter, label, dimensions)?.counter ?? NOOPMetricsHandler.instance
    }

    /// The gauge with this name and these labels.
    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        registry.instrument(.gauge, label, dimensions)?.gauge ?? NOOPMetricsHandler.instance
    }

    /// The histogram, or without `aggregate` the gauge, with this name and these labels.
    package func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        if aggregate {
            return registry.instrument(.histogram, label, dimensions)?.histogram ?? NOOPMetricsHandler.instance
        }
        return registry.instrument(.gauge, label, dimensions)?.gauge ?? NOOPMetricsHandler.instance
    }

    /// The histogram, in seconds, with this name and these labels.
    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        registry.instrument(.histogram, label, dimensions)?.histogram ?? NOOPMetricsHandler.instance
    }

    /// Keeps it: a series that vanished and came back would look like a restart.
    package func destroyCounter(_ handler: any CounterHandler) {}

    /// Keeps it: a series that vanished and came back would look like a restart.
    package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}

    /// Keeps it.
    package func destroyMeter(_ handler: any MeterHandler) {}

    /// Keeps it.
    package func destroyRecorder(_ handler: any RecorderHandler) {}

    /// Keeps it.
    package func destroyTimer(_ handler: any TimerHandler) {}
}
