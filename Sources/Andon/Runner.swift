import Logging
import ServiceLifecycle
import UnixSignals

/// Runs services until one ends or the process is asked to stop.
enum Runner {
    /// Ends all of them when one of them has done its work.
    static func run(_ services: [any Service], within limit: Duration = .seconds(5)) async throws {
        var quiet = Logger(label: "andon")
        quiet.logLevel = .error
        var configuration = ServiceGroupConfiguration(
            services: services.map {
                .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup)
            },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
        configuration.maximumGracefulShutdownDuration = limit
        try await ServiceGroup(configuration: configuration).run()
    }
}
