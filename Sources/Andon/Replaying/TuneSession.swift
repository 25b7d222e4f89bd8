import ArgumentParser
import Messaging
import Replay
import Reports
import Samples
import Settings
import Stages
import Topology
import Tuning

/// One run of `andon tune`: reads, searches, tells.
struct TuneSession {
    let command: TuneCommand

    init(_ command: TuneCommand) {
        self.command = command
    }

    func run() async throws {
        let settings = try command.source.settings()
        let labels = try command.labels.map { path in try LabelFile(path: path) }
        let inputs = try HistoryInputs(command.source.inputs)
        inputs.warn(ofUnused: labels)
        let reader = try HistoryReader()
        defer { reader.executor.shutdown() }
        let history = try await reader.read(inputs.files, labels: labels)
        var tuner = Tuner(settings.detector, objective: command.objective)
        tuner.budget = command.budget
        tuner.folds = command.folds
        tuner.seed = command.seed
        tuner.concurrency = command.jobs
        tuner.searchesDirection = command.searchDirection
        let result = try await search(tuner, history)
        Standard.output(TuningText(result, command: command.commandLine).description)
        if !result.isComplete { throw ExitCode(130) }
    }

    /// Searches until it is done or the process is asked to stop; then the best so far is what there is.
    private func search(_ tuner: Tuner, _ history: TuningHistory) async throws -> TuningResult {
        try await withThrowingTaskGroup(of: TuningResult?.self) { group in
            group.addTask { try await watched(tuner, history) }
            group.addTask {
                _ = await StopSignal.first()
                return nil
            }
            defer { group.cancelAll() }
            while let ended = try await group.next() {
                if let result = ended { return result }
                group.cancelAll()
            }
            preconditionFailure("A search that neither fails nor ends.")
        }
    }

    private func watched(_ tuner: Tuner, _ history: TuningHistory) async throws(TuningError) -> TuningResult {
        let start = MonotonicTime.nanoseconds()
        var rule = RedrawRule(isTerminal: Standard.errorIsTerminal, now: start)
        defer { Standard.errorInPlace("") }
        return try await tuner.run(history) { progress in
            let now = MonotonicTime.nanoseconds()
            guard rule.isDue(now: now) else { return }
            let line = ProgressLine(
                share: Double(progress.done) / Double(max(1, progress.total)),
                points: progress.done * (history.count / max(1, history.units.count)),
                seconds: Double(now - start) * 1e-9, file: "open_at \(progress.best.openAt)")
            if Standard.errorIsTerminal {
                Standard.errorInPlace(line.text(width: Standard.errorWidth ?? 80))
            } else {
                Standard.error(line.text(width: nil))
            }
        }
    }
}
