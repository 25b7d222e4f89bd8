import Foundation
package import Samples

/// What a Prometheus, or whatever speaks its HTTP API, is asked for: some queries over a range of time.
package struct PrometheusQuery: Equatable, Sendable {
    /// Where it is, such as `http://127.0.0.1:9090`; a path before `/api` belongs to it.
    package var url: String
    /// In its query language; each gives series with a value at every step.
    package var queries: [String]
    /// The first time that is asked for.
    package var start: EventTime
    /// The last time that is asked for.
    package var end: EventTime
    /// The time between two values of a series; more than 0.
    package var step: Duration

    /// A question.
    package init(url: String, queries: [String], start: EventTime, end: EventTime, step: Duration) {
        precondition(step > .zero, "Time goes on from step to step.")
        self.url = url
        self.queries = queries
        self.start = start
        self.end = end
        self.step = step
    }

    /// The request for a part of the range.
    ///
    /// - Parameters:
    ///   - start: of the first value, milliseconds since 1970 UTC.
    ///   - points: values of a series at most.
    func request(_ query: String, from start: Int64, points: Int) -> String {
        let end = start + Int64(points - 1) * step.wholeMilliseconds
        let base = url.hasSuffix("/") ? String(url.dropLast()) : url
        return base + "/api/v1/query_range?query=\(Self.encoded(query))&start=\(Self.seconds(start))"
            + "&end=\(Self.seconds(end))&step=\(Self.seconds(step.wholeMilliseconds))"
    }

    /// Seconds with as many places as milliseconds need.
    private static func seconds(_ milliseconds: Int64) -> String {
        let places = String(1000 + milliseconds % 1000).dropFirst()
        return "\(milliseconds / 1000).\(places)"
    }

    private static func encoded(_ query: String) -> String {
        query.addingPercentEncoding(withAllowedCharacters: unreserved) ?? query
    }

    /// What RFC 3986 leaves as it is anywhere.
    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
