import Foundation
import FoundationNetworking
import Logging
import NIOCore
import ServiceLifecycle
import Testing

@testable import Exposition

/// A door on a free port of this machine, open while a test runs.
struct Door {
    /// Where it listens.
    let port: Int
    private let session = URLSession(configuration: .ephemeral)

    /// Opens a door, lets `body` use it, closes it, and hands out what `body` made of it once the door is shut.
    static func open<Result: Sendable>(
        _ pages: Pages = .sample, registry: PrometheusRegistry = PrometheusRegistry(),
        idleTimeout: TimeAmount = .seconds(30), _ body: @Sendable (Door) async throws -> Result
    ) async throws -> Result {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        var server = ExpositionServer(
            host: "127.0.0.1", port: 0, registry: registry, pages: pages, logger: logger,
            onBound: { continuation.yield($0) })
        server.idleTimeout = idleTimeout
        let group = ServiceGroup(configuration: .init(services: [server], logger: logger))
        return try await withThrowingTaskGroup { tasks in
            tasks.addTask {
                defer { continuation.finish() }
                try await group.run()
            }
            let port = try #require(await ports.first { _ in true })
            let result = try await body(Door(port: port))
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return result
        }
    }

    /// Asks for a path.
    func ask(
        _ path: String, method: String = "GET", headers: [String: String] = [:]
    ) async throws -> (status: Int, headers: [String: String], body: String) {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
        request.httpMethod = method
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await session.data(for: request)
        let http = try #require(response as? HTTPURLResponse)
        let fields = http.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }
        return (http.statusCode, Dictionary(fields) { $1 }, String(decoding: data, as: UTF8.self))
    }
}

extension Pages {
    /// All is well.
    static var sample: Pages {
        Pages(
            health: { HealthReport(checks: [.init(name: "stage detect", status: .healthy, detail: "It works.")]) },
            ready: { Readiness(ready: true, reason: "Models are warm.") }, overview: { .sample })
    }
}
