import ArgumentParser
import Messaging
import Recordings
import Replay
import Settings
import Topology
import Tuning

/// One run of `andon tune`: reads, searches, tells.
struct TuneSession {
    let command: TuneCommand

    init(_ command: TuneCommand) {
        self.command = command
    }

    /// What reading and searching came to.
    private struct Outcome: Sendable {
        /// `nil` where it was called off while the history was read.
        var result: TuningResult?
        /// Files that could not be read to their end.
        var failures: Int
    }

    func run() async throws {
        let settings = try command.source.settings()
        let labels = try command.labels.map { path in try LabelFile(path: path) }
        let inputs = try HistoryInputs(command.source.inputs)
        try inputs.check(labels)
        let reader = try HistoryReader()
        let threads = try (0..<command.jobs).map { _ in try TrialThread() }
        defer { for executor in [reader.executor] + threads.map(\.executor) { executor.shutdown() } }
        var tuner = Tuner(settings.detector, objective: command.objective, workers: threads)
        tuner.budget = command.budget
        tuner.folds = command.folds
        tuner.seed = command.seed
        tuner.searchesDirection = command.searchDirection
        let progress = TuneProgress(totalBytes: inputs.totalBytes)
        let watch = Watch(farewell: "stopped; what follows is the best so far") { progress.line(seconds: $0) }
        let outcome = try await watch.run { [tuner] in
            try await search(tuner, inputs.files, labels, reader, progress)
        }
        guard let result = outcome.result else {
            Standard.error("andon: the history was not read to its end, so nothing was searched")
            throw ExitCode(130)
        }
        Standard.output(TuningText(result, command: command.commandLine).description)
        if !result.isComplete { throw ExitCode(130) }
        if outcome.failures > 0 { throw ExitCode(1) }
    }

    private func search(
        _ tuner: Tuner, _ files: [RecordingFile], _ labels: LabelFile?, _ reader: HistoryReader,
        _ progress: TuneProgress
    ) async throws -> Outcome {
        let (history, failures) = await reader.read(files, labels: labels, progress: progress)
        guard !Task.isCancelled else { return Outcome(failures: failures) }
        let samplesEach = history.count / max(1, history.files.count)
        let result = try await tuner.run(history) { progress.searched($0, samplesEach: samplesEach) }
        return Outcome(result: result, failures: failures)
    }
}
