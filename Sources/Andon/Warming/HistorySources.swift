import Foundation
import Gateways
import Recordings
import Replay
import Samples
import Settings

/// The sources of history that a daemon learns from before its doors open, found but not yet read.
struct HistorySources {
    /// One source.
    enum Source: Sendable {
        case files([RecordingFile])
        case prometheus(PrometheusHistory)
    }

    /// In the order in which they are read.
    private(set) var sources: [Source] = []
    /// What cannot be read at all, a sentence each.
    private(set) var failures: [String] = []
    /// By source: how far it is.
    let progress: [ReplayProgress]

    /// - Parameters:
    ///   - configPath: paths are relative to its directory, where they do not come from the command line.
    ///   - areArguments: true where the sources come from the command line; then a file that is not there is the caller's slip.
    ///   - now: history ends here.
    /// - Throws: `RecordingError` for such a slip.
    init(
        _ warm: AndonSettings.Warm, configPath: String, areArguments: Bool, now: EventTime
    ) throws(RecordingError) {
        let resolved = { (path: String) in areArguments ? path : AndonSettings.path(of: path, beside: configPath) }
        var progress: [ReplayProgress] = []
        if !warm.files.isEmpty {
            do throws(RecordingError) {
                let inputs = try HistoryInputs(warm.files.map(resolved))
                sources.append(.files(inputs.files))
                progress.append(ReplayProgress(total: inputs.totalBytes))
            } catch {
                guard !areArguments else { throw error }
                failures.append(error.description)
            }
        }
        if let url = warm.prometheus.url {
            do throws(GatewayError) {
                sources.append(
                    .prometheus(
                        try Self.history(url.text, warm.prometheus, authorization: resolved, until: now)))
                progress.append(ReplayProgress(total: Int(warm.prometheus.range.wholeMilliseconds)))
            } catch {
                failures.append(error.description)
            }
        }
        self.progress = progress
    }

    /// What is done of all of them, in 0 ... 1; `nil` where nobody knows, as of a pipe.
    var share: Double? {
        let shares = progress.compactMap(\.share)
        guard !shares.isEmpty, shares.count == progress.count else { return nil }
        return shares.reduce(0, +) / Double(shares.count)
    }

    /// Samples read so far.
    var samples: Int { progress.reduce(0) { $0 + $1.samples } }

    private static func history(
        _ url: String, _ settings: AndonSettings.Warm.Prometheus, authorization resolved: (String) -> String,
        until now: EventTime
    ) throws(GatewayError) -> PrometheusHistory {
        // On whole steps, so that the same question gives the same values whenever it is asked.
        let step = settings.step.wholeMilliseconds
        let end = now.milliseconds / step * step
        let start = (end - settings.range.wholeMilliseconds) / step * step
        let query = PrometheusQuery(
            url: url, queries: settings.queries, start: EventTime(milliseconds: start),
            end: EventTime(milliseconds: end), step: settings.step)
        let file = settings.authorizationFile
        return PrometheusHistory(
            query, authorization: file.isEmpty ? nil : try credentials(resolved(file)), patience: settings.retryFor,
            fetcher: HTTPClientFetcher(timeout: settings.timeout))
    }

    private static func credentials(_ path: String) throws(GatewayError) -> String {
        switch FileContent(ofFileAt: path) {
        case .text(let text): return text.trimmingCharacters(in: .whitespacesAndNewlines)
        case .unreadable(let reason): throw .credentials(path: path, reason: reason)
        }
    }
}
