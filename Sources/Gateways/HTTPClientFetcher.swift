import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix

/// Gets what lies at a URL over the network.
package struct HTTPClientFetcher: HTTPFetcher {
    /// How long an answer may take.
    private let timeout: Duration
    /// A larger body is not taken, in bytes.
    private let bodyLimit: Int

    /// - Parameters:
    ///   - timeout: how long an answer may take, in whole seconds.
    ///   - bodyLimit: a larger body is not taken, in bytes: two million samples of Prometheus by default.
    package init(timeout: Duration = .seconds(30), bodyLimit: Int = 64 << 20) {
        self.timeout = timeout
        self.bodyLimit = bodyLimit
    }

    package func get(
        _ url: String, headers: [(name: String, value: String)]
    ) async throws(GatewayError) -> HTTPAnswer {
        var request = HTTPClientRequest(url: url)
        request.headers.add(name: "Accept", value: "application/json")
        for header in headers { request.headers.add(name: header.name, value: header.value) }
        let place = Self.place(of: url)
        let seconds = timeout.components.seconds
        do {
            // One client a request: a few are made at a start, and none of its connections outlives them.
            return try await HTTPClient.withHTTPClient(configuration: Self.configuration) { client in
                let response = try await client.execute(request, timeout: .seconds(seconds))
                let body = try await response.body.collect(upTo: bodyLimit)
                return HTTPAnswer(status: Int(response.status.code), body: Array(buffer: body))
            }
        } catch is NIOTooManyBytesError {
            throw .tooLarge(url: place, sentence: "it has more than \(bodyLimit >> 20) MiB.")
        } catch is CancellationError {
            throw .cancelled
        } catch let error as HTTPClientError {
            if error == .cancelled { throw .cancelled }
            let isLate = [.deadlineExceeded, .readTimeout, .connectTimeout].contains(error)
            throw isLate
                ? .timedOut(url: place, seconds: Int(seconds))
                : .unreachable(url: place, reason: error.shortDescription)
        } catch {
            throw .unreachable(url: place, reason: Self.reason(of: error))
        }
    }

    private static var configuration: HTTPClient.Configuration {
        // Credentials must not go where somebody else sends them.
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        // Whoever calls tries again, and says so; the client would do it in silence until the time is up.
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    /// The URL without what is asked: for people.
    private static func place(of url: String) -> String {
        String(url.prefix { $0 != "?" })
    }

    private static func reason(of error: any Error) -> String {
        guard let failure = error as? NIOConnectionError else { return "\(error)" }
        guard let first = failure.connectionErrors.first else { return "the name \(failure.host) has no address" }
        return "\(first.error)"
    }
}
