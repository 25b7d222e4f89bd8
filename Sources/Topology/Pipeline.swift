package import Logging
package import Messaging
package import Metrics
import Samples
import ServiceLifecycle
package import Settings
package import Stages
import Synchronization

/// All stages of one process, joined as the settings say.
///
/// It stops from the front: Ingest stops taking, and each stage ends when the one before has said that it was all. What
/// has not come through by the drain deadline is given up, and that is said.
package final class Pipeline: Service {
    /// Where the doors really are, in the order of the settings.
    package let doors: [String]
    /// Those of them that PULL and that others of this machine can connect to: a publisher that pushes there waits
    /// instead of losing.
    package let pullDoors: [String]
    /// Where subscribers find anomalies.
    package let exits: [String]
    /// Those of them that others of this machine can connect to.
    package let openExits: [String]
    /// Where those find the samples that were taken who record them.
    package let taps: [String]
    /// Where history goes in, inside ``context``: one place after the other, each to its end, before the doors are asked.
    package let history: [Endpoint]

    private let ingest: Ingest
    private let detect: [Detect]
    let explain: Explain
    let publish: Publish
    private let ending: Ending
    /// That of all its sockets.
    package let context: MessagingContext
    private let endpoints: StageEndpoints
    private let drain: Duration
    private let logger: Logger
    private let hasGivenUp = Atomic<Bool>(false)
    private let isStopping = Atomic<Bool>(false)

    /// Builds all stages and opens their sockets; nothing is taken before ``run()``.
    ///
    /// - Parameters:
    ///   - instance: names this Andon among others on the bus.
    ///   - feedbackPath: the file that keeps what operators say; `nil` keeps nothing.
    ///   - histories: how many sources of history there are; see ``history``.
    /// - Throws: what keeps a socket from being opened; every socket that was opened is closed again.
    package init(
        _ settings: AndonSettings, instance: String, feedbackPath: String? = nil, histories: Int = 0,
        clock: WallClock = .system, factory: any MetricsFactory, logger: Logger
    ) async throws {
        let context = try MessagingContext()
        let endpoints = try StageEndpoints(link: settings.stages.link, shards: settings.stages.shards)
        let file = feedbackPath.map(FeedbackFile.init)
        let rules = Self.rules(of: file, at: clock.now(), logger)
        publish = try Publish(
            settings.publish(endpoints, instance: instance, rules, file), context: context, clock: clock,
            factory: factory, logger: logger)
        explain = try Explain(
            settings.explain(endpoints), context: context, factory: factory, logger: logger)
        detect = try endpoints.shards.indices.map { shard in
            try Detect(
                settings.detect(endpoints, shard: shard, rules), context: context, factory: factory, logger: logger)
        }
        history = try (0..<histories).map { try Endpoint("inproc://history-\($0)") }
        var ingestion = try settings.ingest(endpoints, instance: instance)
        ingestion.history = history
        ingest = try Ingest(ingestion, context: context, clock: clock, factory: factory, logger: logger)
        exits = try await publish.open().map(\.description)
        try await explain.open()
        for shard in detect { try await shard.open() }
        doors = try await ingest.open().map(\.description)
        taps = try await ingest.openTaps().map(\.description)
        pullDoors = Self.open(
            doors.dropFirst(settings.doors.zeromq.subscribe.count), as: settings.doors.zeromq.pull)
        openExits = Self.open(exits, as: settings.exits.zeromq.publish)
        ending = try Ending()
        self.context = context
        self.endpoints = endpoints
        self.logger = logger
        drain = settings.stages.drain
    }

    /// The rules that a file has kept; what of it cannot be read is said.
    private static func rules(of file: FeedbackFile?, at now: EventTime, _ logger: Logger) -> FeedbackRules {
        guard let content = file?.read(at: now) else { return FeedbackRules() }
        for problem in content.problems {
            logger.error("Feedback that was kept does not hold", metadata: ["problem": "\(problem)"])
        }
        return content.rules
    }

    /// Those of the places that are bound, and not only for the threads of one context.
    private static func open(_ places: some Sequence<String>, as endpoints: [SocketEndpoint]) -> [String] {
        zip(places, endpoints).filter { $1.side == .bind && !$0.hasPrefix("inproc://") }.map(\.0)
    }

    /// Runs all stages until the graceful shutdown of the service group, or until one of them fails.
    package func run() async throws {
        let executors = [ingest.executor, explain.executor, publish.executor] + detect.map(\.executor)
        do {
            try await runUntilStopped()
        } catch {
            await ending.end(executors, context)
            throw error
        }
        await ending.end(executors, context)
    }

    private func runUntilStopped() async throws {
        try await withGracefulShutdownHandler {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await self.runStages() }
                group.addTask { await self.giveUpAfterDeadline() }
                // The deadline may well come first; what ends the pipeline is that its stages have ended.
                try await group.next()
                if hasGivenUp.load(ordering: .relaxed) { try await group.next() }
                group.cancelAll()
            }
        } onGracefulShutdown: {
            self.isStopping.store(true, ordering: .relaxed)
            self.ingest.stop()
        }
    }

    /// How the pipeline is, without asking any stage that might be busy.
    package var condition: PipelineCondition {
        PipelineCondition(
            isStopping: isStopping.load(ordering: .relaxed), isWarming: ingest.isWarming,
            secondsSinceTurn: ingest.secondsSinceTurn)
    }

    /// What was found in the history, once all of it has come through; nothing where the pipeline ends before. For one reader.
    package func historyFindings() async -> HistoryFindings? {
        var findings = explain.historyFindings.makeAsyncIterator()
        return await findings.next()
    }

    /// Goes on with other settings, as far as they can change while running.
    ///
    /// - Returns: the names of the baselines that start again.
    package func apply(_ settings: AndonSettings) async throws -> [String] {
        await ingest.apply(try settings.ingest(endpoints, instance: ""))
        await explain.apply(settings.suspects, settings.policies.book)
        var restarted: Set<String> = []
        for shard in detect { restarted.formUnion(await shard.apply(settings.detector)) }
        return restarted.sorted()
    }

    /// What the pipeline holds at this moment.
    package func snapshot() async -> PipelineSnapshot {
        var snapshot = PipelineSnapshot(
            seriesKnown: await ingest.seriesCount, anomalies: await publish.recent(),
            feedback: await publish.feedbackRules())
        for shard in detect {
            let size = await shard.size
            snapshot.stateBytes += size.series * size.bytesPerSeries
            snapshot.anomaliesOpen += size.open
        }
        return snapshot
    }

    private func runStages() async throws {
        let stages: [any Service] = [publish, explain] + detect + [ingest]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for stage in stages {
                group.addTask { try await stage.run() }
            }
            do {
                // Leaving by a throw cancels the stages that still run; waiting for all of them would not.
                for try await _ in group {}
            } catch MessagingError.terminated where hasGivenUp.load(ordering: .relaxed) {
                // Ended on purpose, and said so.
            }
        }
    }

    /// After a graceful shutdown and the drain deadline, ends whatever still waits in a socket.
    private func giveUpAfterDeadline() async {
        do {
            try await gracefulShutdown()
            try await Task.sleep(for: drain)
        } catch {
            return
        }
        hasGivenUp.store(true, ordering: .relaxed)
        logger.error("The pipeline did not drain in time; what was left in it is lost")
        context.shutdown()
    }
}
