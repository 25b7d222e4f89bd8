import Exposition
import Logging
import Recordings
import Replay
import Reports
import Samples
import Stages

/// A replay whose progress is shown, and that ends with what there is when the process is asked to stop.
struct WatchedReplay {
    private let options: ReplayOptions
    private let name: String
    private let progress: ReplayProgress
    private let registry = PrometheusRegistry()
    private let start = MonotonicTime.nanoseconds()

    /// - Parameter name: of the config, for whoever watches.
    init(_ options: ReplayOptions, totalBytes: Int?, name: String) {
        self.options = options
        self.name = name
        progress = ReplayProgress(total: totalBytes)
    }

    /// Runs it to its end, or until SIGINT or SIGTERM.
    func run() async throws -> ReplayOutcome {
        let watch = Watch(farewell: "stopped; what follows is of the part that was replayed") { [progress] seconds in
            ProgressLine(share: progress.share, points: progress.samples, seconds: seconds, file: progress.file)
        }
        let outcome = try await watch.run { try await replay() }
        account(outcome)
        return outcome
    }

    private func replay() async throws -> ReplayOutcome {
        var quiet = Logger(label: "andon")
        quiet.logLevel = .warning
        let told = BadLineTeller()
        return try await ReplayRun.run(
            options, progress: progress, factory: PrometheusMetricsFactory(registry: registry), logger: quiet
        ) { notice in
            switch notice {
            case .badLine(let line): told.tell(line)
            case .failed(_, let error): Standard.error("andon: \(error)")
            case .remark(let sentence): Standard.error("andon: \(sentence)")
            case .finished: break
            }
        }
    }

    /// What was read, how fast, and what of it was not judged.
    private func account(_ outcome: ReplayOutcome) {
        let counts = outcome.readings.reduce(RecordingCounts()) { $0 + $1.counts }
        let seconds = Double(MonotonicTime.nanoseconds() - start) * 1e-9
        Standard.error(
            "\(counts.samples) samples of \(outcome.readings.count) files replayed under \(name) in "
                + "\(AnomalyPrinter.number(seconds)) s, "
                + "\(AnomalyPrinter.number(Double(counts.samples) / max(seconds, 1e-9))) a second")
        for line in OddityText.lines(outcome.readings) { Standard.error("  \(line)") }
        let refused = RefusalReason.allCases.filter { $0 != .stale }.compactMap { reason -> String? in
            let count = Int(registry.sum("andon_stage_dropped_total", [("reason", reason.rawValue)]))
            return count > 0 ? "\(count) samples refused (\(reason.rawValue))" : nil
        }
        if !refused.isEmpty { Standard.error("  " + refused.joined(separator: ", ")) }
        for reading in outcome.readings where reading.counts.samples == 0 {
            Standard.error("andon: \(reading.path) has no samples")
        }
    }
}
