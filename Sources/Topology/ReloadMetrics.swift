import Metrics

/// Whether the settings on disk are those that run.
struct ReloadMetrics: Sendable {
    /// 1 when the newest look at a changed file was good, 0 when it was refused.
    let success: Gauge
    /// When settings were last reloaded, seconds since 1970 UTC.
    let timestamp: Gauge
    /// 1 while the settings on disk have values that only a restart puts into force.
    let needsRestart: Gauge
    /// Files that were refused.
    let errors: Counter

    init(factory: any MetricsFactory) {
        success = Gauge(label: "andon_reload_success", factory: factory)
        timestamp = Gauge(label: "andon_reload_success_timestamp_seconds", factory: factory)
        needsRestart = Gauge(label: "andon_reload_needs_restart", factory: factory)
        errors = Counter(label: "andon_reload_errors_total", factory: factory)
    }
}
