/// The two ways in which a page of metrics can be written.
package enum ExpositionFormat: String, CaseIterable, Sendable {
    /// Prometheus text 0.0.4, which everything reads.
    case text = "text/plain; version=0.0.4; charset=utf-8"
    /// OpenMetrics 1.0.0, for who asks for it by name.
    case openMetrics = "application/openmetrics-text; version=1.0.0; charset=utf-8"

    /// The value of the `Content-Type` header.
    package var contentType: String { rawValue }

    /// What to send to a client with this `Accept` header: OpenMetrics if it is named and weighs no less than text.
    package static func preferred(accept: String?) -> ExpositionFormat {
        var openMetrics = 0.0
        var text: (weight: Double, precision: Int) = (0, 0)
        for range in (accept ?? "").split(separator: ",") {
            let parts = range.split(separator: ";").map { trimmed($0).lowercased() }
            guard let type = parts.first else { continue }
            let weight = weight(of: parts.dropFirst())
            switch type {
            case "application/openmetrics-text": openMetrics = max(openMetrics, weight)
            case "text/plain": text = heavier(text, (weight, 3))
            case "text/*": text = heavier(text, (weight, 2))
            case "*/*": text = heavier(text, (weight, 1))
            default: break
            }
        }
        return openMetrics > 0 && openMetrics >= text.weight ? .openMetrics : .text
    }

    /// The more precise range decides, whatever the vaguer one weighs.
    private static func heavier(
        _ a: (weight: Double, precision: Int), _ b: (weight: Double, precision: Int)
    ) -> (weight: Double, precision: Int) {
        if a.precision != b.precision { return a.precision > b.precision ? a : b }
        return a.weight > b.weight ? a : b
    }

    /// The parameter `q`, or 1 where there is none that can be read.
    private static func weight(of parameters: some Sequence<String>) -> Double {
        for parameter in parameters where parameter.hasPrefix("q=") {
            return Double(parameter.dropFirst(2)) ?? 1
        }
        return 1
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}
