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

/// One run of `andon replay`: reads, replays, evaluates, tells.
struct ReplaySession {
    let command: ReplayCommand

    init(_ command: ReplayCommand) {
        self.command = command
    }

    func run() async throws {
        let settings = try command.source.settings()
        let second = try command.compare.map { path in (path, try AndonSettings.load(path: path)) }
        let labels = try command.labels.map { path in try LabelFile(path: path) }
        let inputs = try HistoryInputs(command.source.inputs)
        inputs.warn(ofUnused: labels)
        if second != nil { try inputs.requireRegularFiles() }

        try OutputPaths.check(inputs.files, scores: command.scores, anomalies: command.anomalies)
        var options = ReplayOptions(files: inputs.files, settings: settings)
        options.shards = command.source.shards ?? options.shards
        options.keepsRows = labels != nil
        options.scoresDirectory = command.scores
        options.anomaliesPath = command.anomalies
        options.chartLimit = command.report == nil ? 0 : command.charts
        let first = try await WatchedReplay(
            options, totalBytes: inputs.totalBytes, name: command.source.configName
        ).run()
        let files = labelled(first.files, labels)
        let clock = civilClock(zone: settings.models.timeZone) ?? .utc
        let evaluation = EvaluationReport(files: files, clock: clock, seed: command.seed)
        var comparison: Evaluation.Comparison?
        if let (_, settings) = second, first.isComplete, let path = command.compare {
            let other = try await WatchedReplay(options.only(settings), totalBytes: inputs.totalBytes, name: path).run()
            // Of half a history every later anomaly would seem to vanish.
            guard other.isComplete else { throw ExitCode(130) }
            comparison = Evaluation.Comparison(
                before: files, after: labelled(other.files, labels), clock: clock, seed: command.seed)
        }
        var report = ReplayReport(
            title: "Replay", configName: command.source.configName, configVersion: settings.version, files: files,
            readings: first.readings, evaluation: evaluation)
        report.comparison = comparison.map {
            ReplayReport.Comparison($0, nameA: command.source.configName, nameB: command.compare ?? "")
        }
        switch command.format {
        case .text: tell(report)
        case .json: Standard.output(try ReplayDocument(report, first.readings, files, evaluation, comparison).text())
        }
        if let folder = command.report, let charts = first.charts { try write(report, charts, to: folder) }
        guard first.isComplete else { throw ExitCode(130) }
        if !first.failures.isEmpty { throw ExitCode(1) }
    }

    private func labelled(_ files: [FileHistory], _ labels: LabelFile?) -> [FileHistory] {
        guard let labels else { return files }
        return files.map { file in
            var file = file
            file.windows = labels.windows(of: file.path)
            return file
        }
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
        options.keepsRows = keepsRows
        return options
    }
}
