import Foundation
import Gateways
import Synchronization

/// Answers requests as a Prometheus would, or as a test wants, and remembers them.
final class StubFetcher: HTTPFetcher {
    /// One request for a range.
    struct Request: Sendable {
        var query: String
        /// Milliseconds since 1970 UTC.
        var start: Int64
        var end: Int64
        var step: Int64
        var authorization: String?

        var times: StrideThrough<Int64> { stride(from: start, through: end, by: Int64.Stride(step)) }
    }

    private let asked = Mutex<[Request]>([])
    private let answer: @Sendable (Request, _ count: Int) throws -> HTTPAnswer

    /// - Parameter answer: gets the request and how many came before it.
    init(_ answer: @escaping @Sendable (Request, Int) throws -> HTTPAnswer) {
        self.answer = answer
    }

    var requests: [Request] { asked.withLock { $0 } }

    func get(_ url: String, headers: [(name: String, value: String)]) async throws(GatewayError) -> HTTPAnswer {
        guard let items = URLComponents(string: url)?.queryItems else { preconditionFailure("A URL that is none.") }
        let value = { (name: String) in items.first { $0.name == name }?.value ?? "" }
        let milliseconds = { (name: String) in Int64(((Double(value(name)) ?? 0) * 1000).rounded()) }
        let request = Request(
            query: value("query"), start: milliseconds("start"), end: milliseconds("end"), step: milliseconds("step"),
            authorization: headers.first { $0.name == "Authorization" }?.value)
        let count = asked.withLock { asked in
            asked.append(request)
            return asked.count - 1
        }
        do {
            return try answer(request, count)
        } catch let error as GatewayError {
            throw error
        } catch {
            preconditionFailure("A stub throws what a fetcher throws.")
        }
    }

    /// A matrix of one series: the value at each time, as Prometheus writes it.
    static func matrix(
        _ request: Request, _ metric: String = #"{"__name__":"up","job":"a"}"#, _ value: (Int64) -> String
    ) -> HTTPAnswer {
        let pairs = request.times.map { "[\(Double($0) / 1000),\"\(value($0))\"]" }.joined(separator: ",")
        let series = pairs.isEmpty ? "" : #"{"metric":\#(metric),"values":[\#(pairs)]}"#
        return json(#"{"status":"success","data":{"resultType":"matrix","result":[\#(series)]}}"#)
    }

    static func json(_ text: String, status: Int = 200) -> HTTPAnswer {
        HTTPAnswer(status: status, body: Array(text.utf8))
    }

    /// What Prometheus says of a bad query.
    static func failure(_ sentence: String, status: Int) -> HTTPAnswer {
        json(#"{"status":"error","errorType":"bad_data","error":"\#(sentence)"}"#, status: status)
    }
}

/// A clock on which waiting takes no time, but counts.
final class CountingClock: Clock {
    typealias Duration = Swift.Duration

    struct Instant: InstantProtocol {
        var elapsed: Duration
        func advanced(by duration: Duration) -> Instant { Instant(elapsed: elapsed + duration) }
        func duration(to other: Instant) -> Duration { other.elapsed - elapsed }
        static func < (a: Instant, b: Instant) -> Bool { a.elapsed < b.elapsed }
    }

    private let elapsed = Mutex(Duration.zero)
    private let slept = Mutex<[Duration]>([])

    var now: Instant { Instant(elapsed: elapsed.withLock { $0 }) }
    let minimumResolution = Duration.zero
    /// How long was waited, each time.
    var waits: [Duration] { slept.withLock { $0 } }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        let wait = deadline.elapsed - now.elapsed
        slept.withLock { $0.append(wait) }
        pass(wait)
    }

    /// Lets time pass, as an answer does that is long in coming.
    func pass(_ duration: Duration) { elapsed.withLock { $0 += duration } }
}
