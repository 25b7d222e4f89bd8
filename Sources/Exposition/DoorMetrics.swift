import Hummingbird
import Metrics

/// What the door counts about itself.
struct DoorMetrics: Sendable {
    private static let classes = ["2xx", "4xx", "5xx"]

    /// Seconds that writing a page of metrics took.
    let scrapeSeconds: Timer
    private let requests: [String: [String: Counter]]

    /// All at zero.
    init(registry: PrometheusRegistry) {
        registry.describe("andon_http_requests_total", help: "Requests answered, by path and class of status.")
        registry.describe("andon_scrape_seconds", help: "Time it took to write a page of metrics.")
        let factory = PrometheusMetricsFactory(registry: registry)
        scrapeSeconds = Timer(label: "andon_scrape_seconds", factory: factory)
        var requests: [String: [String: Counter]] = [:]
        for path in Route.allCases.map(\.rawValue) + ["other"] {
            for status in Self.classes {
                requests[path, default: [:]][status] = Counter(
                    label: "andon_http_requests_total", dimensions: [("path", path), ("class", status)],
                    factory: factory)
            }
        }
        self.requests = requests
    }

    /// Counts one answer. `route` is `nil` for a path that does not exist.
    func count(_ route: Route?, _ status: HTTPResponse.Status) {
        requests[route?.rawValue ?? "other"]?["\(status.code / 100)xx"]?.increment()
    }
}
