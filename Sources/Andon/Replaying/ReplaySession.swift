import ArgumentParser
import Evaluation
import Exposition
import Foundation
import Logging
import Recordings
import Replay
import Reports
import Samples
import Settings
import Stages

/// One run of `andon replay`: reads, replays, evaluates, tells.
struct ReplaySession {
    let command: ReplayCommand

    init(_ command: ReplayCommand) {
        self.command = command
    }

    func run() async throws {
        let settings = try command.source.settings()
        let second = try command.compare.map { path in (path: path, settings: try AndonSettings.load(path: path)) }
        let labels = try command.labels.map { path in try LabelFile(path: path) }
        let plan = try command.feedback.map { path in try FeedbackPlan(path: path, now: WallClock.system.now()) }
        let changes = try command.changes.map { path in try ChangeFile(path: path).changes }
        let inputs = try HistoryInputs(command.source.inputs)
        try inputs.check(labels)
        if second != nil || plan != nil { try inputs.requireRegularFiles() }
        try OutputPaths.check(inputs.files, scores: command.scores, anomalies: command.anomalies)
        var options = options(settings, inputs, labels)
        options.changes = changes ?? []
        options.feedback = plan?.questions
        let name = command.source.configName
        let first = try await WatchedReplay(options, totalBytes: inputs.totalBytes, name: name).run()
        let zone = settings.models.timeZone
        let history = Replayed(
            inputs: inputs, labels: labels, clock: civilClock(zone: zone) ?? .utc,
            files: labelled(first, inputs, labels))
        let files = history.files
        let evaluation = EvaluationReport(files: files, clock: history.clock, seed: command.seed)
        var comparison: Evaluation.Comparison?
        var effect: FeedbackEffect?
        // Of half a history every later anomaly would seem to vanish.
        if first.isComplete {
            if let second { comparison = try await compare(history, options.only(second.settings), second.path).0 }
            if let plan { effect = try await self.effect(of: plan, on: history, first, options.only(settings)) }
        }
        var report = ReplayReport(
            title: "Replay", configName: name, configVersion: settings.version, files: files,
            readings: first.readings, evaluation: evaluation, timeZone: zone)
        report.notes += BudgetText.sentences(first.budgets)
        report.comparison = comparison.map {
            ReplayReport.Comparison($0, nameA: name, nameB: command.compare ?? "")
        }
        var document = ReplayDocument(report, first.readings, files, evaluation, comparison, effect)
        document.budgets = first.budgets.map(ReplayDocument.Budget.init)
        try publish(report, document, effect, first.charts)
        guard first.isComplete else { throw ExitCode(130) }
        if !first.failures.isEmpty { throw ExitCode(1) }
    }

    /// The history as the first replay told it.
    private struct Replayed {
        let inputs: HistoryInputs
        let labels: LabelFile?
        let clock: CivilClock
        let files: [FileHistory]
    }

    /// Replays the same history once more.
    private func compare(
        _ history: Replayed, _ options: ReplayOptions, _ name: String
    ) async throws -> (Evaluation.Comparison, ReplayOutcome) {
        let outcome = try await WatchedReplay(options, totalBytes: history.inputs.totalBytes, name: name).run()
        guard outcome.isComplete else { throw ExitCode(130) }
        let comparison = Evaluation.Comparison(
            before: history.files, after: labelled(outcome, history.inputs, history.labels), clock: history.clock,
            seed: command.seed)
        return (comparison, outcome)
    }

    /// Replays the same history with feedback.
    private func effect(
        of plan: FeedbackPlan, on history: Replayed, _ first: ReplayOutcome, _ options: ReplayOptions
    ) async throws -> FeedbackEffect {
        let records = plan.resolved(by: first.feedback)
        var options = options
        options.feedback = plan.trial(of: records)
        let name = "\(command.source.configName) with \(command.feedback ?? "feedback")"
        let (comparison, outcome) = try await compare(history, options, name)
        return FeedbackEffect(comparison, records: records + outcome.feedback, heldBack: outcome.heldBack)
    }

    private func options(_ settings: AndonSettings, _ inputs: HistoryInputs, _ labels: LabelFile?) -> ReplayOptions {
        var options = ReplayOptions(files: inputs.files, settings: settings)
        options.shards = command.shards ?? options.shards
        options.rowsOf = Set(inputs.files.filter { labels?.labels(of: $0) != nil }.map(\.relativePath))
        options.scoresDirectory = command.scores
        options.anomaliesPath = command.anomalies
        options.chartLimit = command.report == nil ? 0 : command.charts
        return options
    }

    private func labelled(_ outcome: ReplayOutcome, _ inputs: HistoryInputs, _ labels: LabelFile?) -> [FileHistory] {
        let failed = Set(outcome.failures.map(\.path))
        return zip(inputs.files, outcome.files).map { input, history in
            var history = history
            history.label(
                labels?.labels(of: input), isWhole: outcome.isComplete && !failed.contains(input.relativePath))
            return history
        }
    }

    private func publish(
        _ report: ReplayReport, _ document: @autoclosure () -> ReplayDocument, _ effect: FeedbackEffect?,
        _ charts: ChartBook?
    ) throws {
        switch command.format {
        case .text:
            tell(report)
            if let effect { Standard.output(([""] + FeedbackText.lines(effect)).joined(separator: "\n")) }
        case .json: Standard.output(try document().text())
        }
        if let folder = command.report, let charts { try write(report, charts, to: folder) }
    }

    private func tell(_ report: ReplayReport) {
        let text = ReplayText(report: report, width: Standard.outputWidth, hasColours: Standard.outputHasColours)
        Standard.output(text.lines.joined(separator: "\n"))
    }

    private func write(_ report: ReplayReport, _ charts: ChartBook, to folder: String) throws(ReplayError) {
        let path = "\(folder)/index.html"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(ReportPage(report: report, charts: charts).document.utf8).write(to: URL(filePath: path))
        } catch {
            throw .write(path: path, reason: error.localizedDescription)
        }
        Standard.error("The report is \(path)")
    }
}

extension ReplayOptions {
    /// The same history under other settings, of which nothing is wanted but what is compared.
    func only(_ settings: AndonSettings) -> ReplayOptions {
        var options = ReplayOptions(files: files, settings: settings)
        options.shards = shards
        options.changes = changes
        options.rowsOf = rowsOf
        return options
    }
}
