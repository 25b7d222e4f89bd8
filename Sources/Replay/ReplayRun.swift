import Evaluation
package import Logging
import Messaging
package import Metrics
import Recordings
import Samples
import ServiceLifecycle

/// Runs history through the stages of the daemon, as fast as the machine can.
package enum ReplayRun {
    /// Replays all files, one after the other, as one history.
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
        let clock = VirtualClock()
        let rows = options.tellsScores ? RowQueue() : nil
        let source = try ReplaySource(
            options.files, in: context, clock: clock, rows: rows, progress: progress, notice: notice)
        let collector = try ReplayCollector(options, in: context, rows: rows)
        let ending = try Ending()
        try await collector.open()
        let line = try await ReplayLine(
            options.settings, shards: options.shards, in: context, clock: clock.wall, tellsScores: rows != nil,
            factory: factory,
            logger: logger)
        let executors = [source.executor, collector.executor] + line.executors
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for stage in [collector, source] + line.stages {
                    group.addTask { try await stage.run() }
                }
                for try await _ in group {}
            }
        } catch {
            await ending.end(executors, context)
            throw error
        }
        let outcome = await outcome(options, source, collector)
        await ending.end(executors, context)
        return outcome
    }

    private static func outcome(
        _ options: ReplayOptions, _ source: ReplaySource, _ collector: ReplayCollector
    ) async -> ReplayOutcome {
        let paths = options.files.map(\.relativePath)
        var files = await source.roster.histories(paths: paths, anomalies: collector.ledger.bySeries)
        // A replay that was called off has not begun every file.
        let rows = await collector.rowScores
        for file in files.indices where options.rowsOf.contains(files[file].path) { files[file].rows = rows[file] }
        return ReplayOutcome(
            files: files, readings: await source.readings, failures: await source.failures,
            charts: await collector.charts,
            isComplete: !Task.isCancelled)
    }
}
