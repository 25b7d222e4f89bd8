import Evaluation
package import Gateways
package import Messaging
package import Recordings
import Samples
import Settings

/// Pushes history into stages that run already, and that go on with what is live behind it.
///
/// The same series in two files, and in what comes later, is one series: of samples that overlap the later ones are out of order.
package enum HistoryRun {
    /// Pushes files, as a replay reads them, and says that this was all.
    ///
    /// - Parameters:
    ///   - place: where the stages of `context` take it.
    ///   - progress: told how far it is, in bytes.
    ///   - notice: told what happens on the way, on a thread of the run.
    /// - Returns: what was read; when the task is cancelled, what was read by then.
    package static func push(
        _ files: [RecordingFile], to place: Endpoint, in context: MessagingContext, progress: ReplayProgress,
        notice: @escaping @Sendable (ReplayNotice) -> Void
    ) async throws -> HistoryOutcome {
        let source = try ReplaySource(
            ReplayOptions(files: files, settings: AndonSettings()), to: place, in: context, joinsNames: true,
            clock: VirtualClock(), rows: nil, progress: progress, notice: notice)
        defer { source.executor.shutdown() }
        try await source.run()
        return await source.outcome
    }

    /// Pushes what a Prometheus answers, and says that this was all, also where it did not answer to the end.
    ///
    /// - Parameter progress: told how far it is, in milliseconds of the range.
    package static func push(
        _ history: PrometheusHistory, to place: Endpoint, in context: MessagingContext, progress: ReplayProgress
    ) async throws -> HistoryOutcome {
        let source = try QuerySource(history, to: place, in: context, progress: progress)
        defer { source.executor.shutdown() }
        try await source.run()
        return await source.outcome
    }
}

extension ReplaySource {
    /// What was pushed so far.
    fileprivate var outcome: HistoryOutcome {
        var outcome = HistoryOutcome()
        outcome.readings = readings.compactMap { $0 }
        outcome.samples = outcome.readings.reduce(0) { $0 + $1.counts.samples }
        outcome.series = Set(roster.keys)
        (outcome.oldest, outcome.newest) = (oldest, newest)
        outcome.failures = failures.map(\.error.description)
        return outcome
    }
}
