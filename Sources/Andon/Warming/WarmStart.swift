import Logging
import Recordings
import Replay
import Samples
import ServiceLifecycle
import Stages
import Topology

/// Teaches a running pipeline from history, source by source; then its doors open.
struct WarmStart: Service {
    let sources: HistorySources
    let pipeline: Pipeline
    /// True where the daemon must not go on without all of the history.
    let isRequired: Bool
    let logger: Logger

    /// Between two lines that say how far it is.
    private static let pace = Duration.seconds(10)

    /// Learns, then has nothing to do until the graceful shutdown.
    func run() async throws {
        try await cancelWhenGracefulShutdown {
            try await learn()
        }
        // Cancelled, where the pipeline has failed meanwhile.
        do { try await gracefulShutdown() } catch is CancellationError {}
    }

    private func learn() async throws {
        let outcome = try await withThrowingTaskGroup(of: HistoryOutcome?.self) { group in
            group.addTask { try await push() }
            group.addTask { await tellProgress() }
            defer { group.cancelAll() }
            while let ended = try await group.next() {
                if let ended { return ended }
            }
            return HistoryOutcome()
        }
        guard !sources.sources.isEmpty else { return try account(outcome, HistoryFindings()) }
        guard !Task.isCancelled, let findings = await pipeline.historyFindings() else { return }
        try account(outcome, findings)
    }

    /// Pushes one source after the other.
    private func push() async throws -> HistoryOutcome {
        var all = HistoryOutcome()
        for (index, source) in sources.sources.enumerated() {
            let (place, progress) = (pipeline.history[index], sources.progress[index])
            switch source {
            case .files(let files):
                let told = BadLineTeller()
                let outcome = try await HistoryRun.push(
                    files, to: place, in: pipeline.context, progress: progress
                ) { notice in
                    if case .badLine(let line) = notice { told.tell(line) }
                    if case .remark(let sentence) = notice { Standard.error("andon: \(sentence)") }
                }
                all.join(outcome)
            case .prometheus(let history):
                all.join(
                    try await HistoryRun.push(history, to: place, in: pipeline.context, progress: progress))
            }
        }
        return all
    }

    private func tellProgress() async -> HistoryOutcome? {
        while !Task.isCancelled {
            do { try await Task.sleep(for: Self.pace) } catch { break }
            var facts: Logger.Metadata = ["sample.count": "\(sources.samples)"]
            if let share = sources.share { facts["done.percent"] = "\(Int(share * 100))" }
            logger.notice("Warming from history", metadata: facts)
        }
        return nil
    }

    /// Says what was learned, and what could not be read.
    ///
    /// - Throws: ``DaemonError/noHistory(_:)`` where all of it was needed.
    private func account(_ outcome: HistoryOutcome, _ findings: HistoryFindings) throws {
        for line in OddityText.lines(outcome.readings) { Standard.error("  \(line)") }
        let failures = sources.failures + outcome.failures
        if isRequired, let first = failures.first { throw DaemonError.noHistory(first) }
        for failure in failures {
            logger.error("History could not be learned, or not to its end", metadata: ["error.text": "\(failure)"])
        }
        logger.notice("Warmed from history", metadata: facts(outcome, findings))
    }

    private func facts(_ outcome: HistoryOutcome, _ findings: HistoryFindings) -> Logger.Metadata {
        var facts: Logger.Metadata = [
            "series.count": "\(outcome.series.count)", "file.count": "\(outcome.readings.count)",
            "sample.count": "\(outcome.samples)", "anomalies.untold": "\(findings.anomalies)",
            "anomalies.unfinished": "\(findings.open)",
        ]
        if outcome.samples > 0 {
            facts["from"] = "\(EventTime(milliseconds: outcome.oldest))"
            facts["until"] = "\(EventTime(milliseconds: outcome.newest))"
        }
        return facts
    }
}
