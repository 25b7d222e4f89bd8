import Exposition
import Foundation
import Logging
import Messaging
import Metrics
import Samples
import ServiceLifecycle
import Settings
import Stages
import Topology
import UnixSignals

/// The whole daemon: settings, pipeline, the HTTP door, and on request a feed of this machine and a printer.
struct Daemon {
    let configPath: String
    let watchesHost: Bool
    let prints: Bool
    let instance: String
    /// What the command line names as history; empty for what the settings name.
    let warmFrom: [String]

    /// Runs until SIGTERM or SIGINT, then drains.
    func run() async throws {
        var file = SettingsFile(path: configPath)
        let settings = try load(&file)
        let warm = try warm(settings)
        let history = try HistorySources(
            warm, configPath: configPath, areArguments: !warmFrom.isEmpty, now: WallClock.system.now())
        let threshold = LogThreshold(settings.log.level.logLevel)
        LoggingSystem.bootstrap { ThresholdLogHandler(label: $0, threshold: threshold) }
        let logger = Logger(label: "andon")
        let registry = PrometheusRegistry()
        MetricHelp.describe(in: registry)
        ProcessMetrics.register(in: registry)
        let factory = PrometheusMetricsFactory(registry: registry)
        MetricsSystem.bootstrap(factory)

        let feedbackPath = settings.feedback.file.map { AndonSettings.path(of: $0, beside: configPath) }
        let pipeline = try await Pipeline(
            settings, instance: instance, feedbackPath: feedbackPath, histories: history.sources.count,
            factory: factory, logger: logger)
        let reloader = Reloader(
            file: file, running: settings, clock: ContinuousClock(), factory: factory, logger: logger
        ) { next in
            let restarted = try await pipeline.apply(next)
            threshold.level = next.log.level.logLevel
            return restarted
        }
        let feed = OverviewFeed(
            pipeline: pipeline, reloader: reloader, registry: registry, instance: instance,
            seriesLimit: settings.doors.limits.series, historyShare: { history.share })
        announce(pipeline, settings)

        // They stop in the opposite order: first what feeds, last what shows.
        var services: [any Service] = [feed]
        var threads: [ThreadExecutor] = []
        defer { for thread in threads { thread.shutdown() } }
        if let address = settings.http.address {
            services.append(
                ExpositionServer(
                    host: address.host, port: address.port, registry: registry, pages: feed.pages, logger: logger,
                    onBound: { announce(host: address.host, port: $0) }))
        }
        if prints {
            let printer = try printer(pipeline)
            services.append(printer)
            threads.append(printer.executor)
        }
        services += [pipeline, reloader]
        if watchesHost {
            let hostFeed = try hostFeed(pipeline)
            services.append(hostFeed)
            threads.append(hostFeed.executor)
        }
        if !warm.isEmpty {
            services.append(
                WarmStart(sources: history, pipeline: pipeline, isRequired: warm.isRequired, logger: logger))
        }
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet(logger))
        configuration.maximumGracefulShutdownDuration = settings.stages.drain + .milliseconds(500)
        try await ServiceGroup(configuration: configuration).run()
        logger.notice("Stopped", metadata: account(registry))
    }

    private func load(_ file: inout SettingsFile) throws(InvalidSettings) -> AndonSettings {
        switch file.check() {
        case .loaded(let settings): return settings
        case .failed(let problems): throw InvalidSettings(problems)
        case .unchanged: preconditionFailure("The first look at a file tells what is in it.")
        }
    }

    /// What is learned first. The command line goes before the settings, and changes nothing of these: a reload compares them.
    private func warm(_ settings: AndonSettings) throws(InvalidSettings) -> AndonSettings.Warm {
        guard !warmFrom.isEmpty else { return settings.warm }
        var named = settings
        try named.warm(from: warmFrom)
        return named.warm
    }

    /// Where one can publish, subscribe, scrape and look; for whoever started the daemon.
    private func announce(_ pipeline: Pipeline, _ settings: AndonSettings) {
        var lines = ["Andon \(AndonVersion.text) runs with \(configPath) (version \(settings.version))"]
        lines.append("  publish samples to   \(pipeline.doors.joined(separator: "  "))")
        lines.append("  subscribe at         \(pipeline.exits.joined(separator: "  "))  topics anomaly.")
        if !pipeline.taps.isEmpty {
            lines.append("  record samples from  \(pipeline.taps.joined(separator: "  "))  andon tail --record FILE")
        }
        Standard.error(lines.joined(separator: "\n"))
    }

    /// Where one can scrape and look, once that is known.
    private func announce(host: String, port: Int) {
        let name = host.contains(":") ? "[\(host)]" : host
        Standard.error("  scrape               http://\(name):\(port)/metrics")
        Standard.error("  open                 http://\(name):\(port)/")
    }

    private func printer(_ pipeline: Pipeline) throws -> Tail {
        guard let exit = pipeline.openExits.first else { throw DaemonError.nothingToPrint }
        return try Tail(
            endpoint: Endpoint(Loopback.address(of: exit)), topic: "anomaly.", format: .text,
            hasColours: Standard.outputHasColours)
    }

    private func hostFeed(_ pipeline: Pipeline) throws -> HostFeed {
        guard let door = pipeline.pullDoors.first else { throw DaemonError.noPullDoor }
        return try HostFeed(to: Endpoint(Loopback.address(of: door)), host: instance, interval: .seconds(1))
    }

    /// What came in and what became of it, for whoever asks whether the stop lost anything.
    private func account(_ registry: PrometheusRegistry) -> Logger.Metadata {
        func total(_ name: String, _ labels: [(String, String)]) -> Logger.MetadataValue {
            "\(Int(registry.sum(name, labels)))"
        }
        return [
            "samples.taken": total("andon_stage_items_total", [("stage", "ingest")]),
            "samples.judged": total("andon_stage_items_total", [("stage", "detect")]),
            "anomalies.published": total("andon_stage_items_total", [("stage", "publish")]),
        ]
    }

    /// The lifecycle's own lines say what ours say too.
    private func quiet(_ logger: Logger) -> Logger {
        var quiet = logger
        quiet.logLevel = .error
        return quiet
    }
}
