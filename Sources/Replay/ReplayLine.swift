import Logging
import Messaging
import Metrics
import ServiceLifecycle
import Settings
import Stages
import Topology

/// The stages of the daemon between two ends: instead of doors a source of history, instead of exits a collector.
///
/// Nothing of the wall clock decides here. No sample is refused for its time, and a step is closed only where a recording says
/// that it was.
struct ReplayLine {
    let stages: [any Service]

    /// - Parameters:
    ///   - tellsScores: whether Detect tells what it said of every sample.
    ///   - feedback: that is tried; its rules hold from the start.
    ///   - executors: gets the thread of each stage, also where a later one fails.
    init(
        _ settings: AndonSettings, shards: Int, in context: MessagingContext, clock: WallClock, tellsScores: Bool,
        feedback: FeedbackTrial?, factory: any MetricsFactory, logger: Logger, executors: inout [ThreadExecutor]
    ) async throws {
        let explain = try Explain(
            ExplainConfiguration(
                shards: shards, inlet: ReplayEndpoints.explain(),
                outlet: ReplayEndpoints.anomalies(), causes: settings.suspects,
                policies: settings.policies.book),
            context: context, factory: factory, logger: logger)
        executors.append(explain.executor)
        var detect: [Detect] = []
        for shard in 0..<shards {
            var configuration = DetectConfiguration(
                shard: UInt32(shard), inlet: try ReplayEndpoints.shard(shard), outlet: try ReplayEndpoints.explain(),
                scores: tellsScores ? try ReplayEndpoints.scores() : nil, detector: settings.detector)
            configuration.shards = shards
            if let feedback {
                configuration.rules = feedback.rules
                configuration.rememberedAnomalies = Self.remembered
            }
            let stage = try Detect(configuration, context: context, factory: factory, logger: logger)
            executors.append(stage.executor)
            detect.append(stage)
        }
        let ingest = try Ingest(
            Self.ingest(settings, shards: shards), context: context, clock: clock, factory: factory, logger: logger)
        executors.append(ingest.executor)
        try await explain.open()
        for shard in detect { try await shard.open() }
        _ = try await ingest.open()
        stages = [explain] + detect + [ingest]
    }

    private static func ingest(_ settings: AndonSettings, shards count: Int) throws(MessagingError)
        -> IngestConfiguration
    {
        var shards: [Endpoint] = []
        for shard in 0..<count { shards.append(try ReplayEndpoints.shard(shard)) }
        var configuration = IngestConfiguration(
            doors: [.init(.pull, try ReplayEndpoints.door())], highWaterMark: Self.doorMark,
            maximumMessageBytes: 1 << 30, seriesLimit: settings.doors.limits.series, future: Self.always,
            past: Self.always, stepDeadline: Self.never, shards: shards)
        configuration.takesCloses = true
        return configuration
    }

    /// Anomalies that feedback on history can name: as many as anybody looks at, and more.
    private static let remembered = 1 << 20
    /// Messages that wait at the door: enough that nobody waits for nothing, few enough to be no burden.
    private static let doorMark = 4
    /// Longer than anybody waits: a century.
    private static let never = Duration.seconds(100 * 366 * 86_400)
    /// Longer than any history.
    private static let always = Duration.seconds(20_000 * 366 * 86_400)
}
