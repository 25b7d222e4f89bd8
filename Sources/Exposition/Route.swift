/// What can be asked of the door; the raw value is the path.
enum Route: String, CaseIterable, Sendable {
    /// The page for people.
    case page = "/"
    /// The same as JSON.
    case overview = "/api/overview"
    /// The rules that feedback became, as JSON.
    case feedback = "/feedback"
    /// For Prometheus.
    case metrics = "/metrics"
    /// For whoever restarts what is unwell.
    case health = "/health"
    /// For whoever sends traffic.
    case ready = "/ready"
}
