import Glibc
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle
import Synchronization

/// The door for people and scrapers: `/`, `/api/overview`, `/feedback`, `/metrics`, `/health` and `/ready` over HTTP/1.1.
///
/// Reads only, has no secrets and knows no users: bind it to 127.0.0.1 unless the network is trusted.
///
/// What is bounded: 256 connections; one over which nothing moves for 30 seconds is closed, so that clients that
/// are stuck do not hold their place; a page is written at once and holds nothing up but its own connection.
package struct ExpositionServer: Service {
    private static let maximumConnections = 256
    /// A daemon has five seconds to close; a client that is slow to read may have one of them.
    private static let shutdownGrace = Duration.seconds(1)

    /// How long nothing may move over a connection.
    var idleTimeout = TimeAmount.seconds(30)
    private let host: String
    private let port: Int
    private let responder: DoorResponder
    private let logger: Logger
    private let onBound: @Sendable (Int) -> Void

    /// A door on `host` and `port` (0 takes any free one) that opens in ``run()``.
    ///
    /// `onBound` hears the port once connections are accepted; it must not wait.
    package init(
        host: String, port: Int, registry: PrometheusRegistry, pages: Pages, logger: Logger,
        onBound: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.host = host
        self.port = port
        self.responder = DoorResponder(pages: pages, registry: registry, metrics: DoorMetrics(registry: registry))
        self.logger = logger
        self.onBound = onBound
    }

    /// Serves until it is told to shut down; answers that are being written have a second to get out.
    ///
    /// - Throws: ``ExpositionError``, when the address cannot be had or the server breaks.
    package func run() async throws {
        let wasBound = Mutex(false)
        // Hummingbird's own lines say what the door says too.
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        let application = Application(
            responder: responder, server: .http1(configuration: connections),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(Self.maximumConnections, logger: quiet)),
            onServerRunning: { channel in
                wasBound.withLock { $0 = true }
                bound(to: channel.localAddress?.port ?? port)
            }, logger: quiet)
        do {
            var configuration = ServiceGroupConfiguration(services: [application], logger: quiet)
            configuration.maximumGracefulShutdownDuration = Self.shutdownGrace
            try await ServiceGroup(configuration: configuration).run()
        } catch is CancellationError {
            // The second is over and some clients have not read their answers: they were cut off.
            logger.debug("HTTP door left clients behind")
        } catch {
            throw wasBound.withLock { $0 } ? ExpositionError.broken(cause: "\(error)") : failure(error)
        }
        logger.notice("HTTP door closed")
    }

    private func bound(to port: Int) {
        logger.notice("HTTP door open", metadata: ["http.host": "\(host)", "http.port": "\(port)"])
        onBound(port)
    }

    private var connections: HTTP1Channel.Configuration {
        let timeout = idleTimeout
        return HTTP1Channel.Configuration(
            additionalChannelHandlers: [IdleStateHandler(allTimeout: timeout), IdleConnectionCloser()])
    }

    /// What a failed bind means for whoever chose the address.
    private func failure(_ error: any Error) -> ExpositionError {
        guard let error = error as? IOError else {
            // Everything that is not from the system is about a name that has no address.
            return .noSuchAddress(host: host, port: port, cause: "\(error)")
        }
        switch error.errnoCode {
        case EADDRINUSE: return .addressInUse(host: host, port: port)
        case EACCES, EPERM: return .notPermitted(host: host, port: port)
        case EADDRNOTAVAIL, EAFNOSUPPORT:
            return .noSuchAddress(host: host, port: port, cause: error.description)
        default: return .cannotListen(host: host, port: port, cause: error.description)
        }
    }
}
