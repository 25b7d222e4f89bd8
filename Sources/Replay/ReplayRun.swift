import Evaluation
package import Logging
import Messaging
package import Metrics
import Recordings
import Samples
import ServiceLifecycle

/// Runs history through the stages of the daemon, as fast as the machine can.
package enum ReplayRun {
    /// Replays all files as one history: one after the other or, where they overlap in time, beside each other.
    ///
    /// - Parameters:
    ///   - progress: told how far it is.
    ///   - notice: told what happens on the way, on a thread of the replay.
    /// - Throws: what keeps a stage from running, ``ReplayError/write(path:reason:)``.
    package static func run(
        _ options: ReplayOptions, progress: ReplayProgress, factory: any MetricsFactory, logger: Logger,
        notice: @escaping @Sendable (ReplayNotice) -> Void = { _ in }
    ) async throws -> ReplayOutcome {
        let context = try MessagingContext()
        var executors: [ThreadExecutor] = []
        let ending = try Ending()
        do {
            let outcome = try await run(
                options, in: context, progress, factory, logger, notice, executors: &executors)
            await ending.end(executors, context)
            return outcome
        } catch {
            await ending.end(executors, context)
            throw error
        }
    }

    /// - Parameter executors: gets every thread that was started, to be ended by the caller.
    private static func run(
        _ options: ReplayOptions, in context: MessagingContext, _ progress: ReplayProgress,
        _ factory: any MetricsFactory, _ logger: Logger, _ notice: @escaping @Sendable (ReplayNotice) -> Void,
        executors: inout [ThreadExecutor]
    ) async throws -> ReplayOutcome {
        let clock = VirtualClock()
        let rows = options.tellsScores ? RowQueue() : nil
        let source = try ReplaySource(
            options, to: ReplayEndpoints.door(), in: context, clock: clock, rows: rows, progress: progress,
            notice: notice)
        executors.append(source.executor)
        let collector = try ReplayCollector(options, in: context, rows: rows)
        executors.append(collector.executor)
        try await collector.open()
        let line = try await ReplayLine(
            options.settings, shards: options.shards, in: context, clock: clock.wall, tellsScores: rows != nil,
            feedback: options.feedback, factory: factory, logger: logger, executors: &executors)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for stage in [collector, source] + line.stages {
                group.addTask { try await stage.run() }
            }
            for try await _ in group {}
        }
        return await outcome(options, source, collector)
    }

    private static func outcome(
        _ options: ReplayOptions, _ source: ReplaySource, _ collector: ReplayCollector
    ) async -> ReplayOutcome {
        var files = await source.roster.histories(anomalies: collector.ledger.bySeries)
        let rows = await collector.rowScores
        for file in files.indices where options.rowsOf.contains(files[file].path) { files[file].rows = rows[file] }
        return ReplayOutcome(
            files: files, readings: await source.readings.compactMap { $0 }, failures: await source.failures,
            charts: await collector.charts, feedback: await collector.feedback, heldBack: await collector.heldBack,
            budgets: await collector.budgets, isComplete: !Task.isCancelled)
    }
}
