import Reports
import Samples
import Synchronization
import Tuning

/// How far `andon tune` is; written by whoever works, read by whoever draws it.
final class TuneProgress: Sendable {
    private struct State {
        var share: Double?
        var points = 0
        var what = ""
    }

    private let state = Mutex(State())
    private let totalBytes: Int?

    /// - Parameter totalBytes: of all inputs together; `nil` where that is not known.
    init(totalBytes: Int?) {
        self.totalBytes = totalBytes
    }

    /// So much was read.
    func read(_ file: String, bytes: Int, samples: Int) {
        let share = totalBytes.map { min(1, Double(bytes) / Double(max(1, $0))) }
        state.withLock { $0 = State(share: share, points: samples, what: "reading \(file)") }
    }

    /// So many of the trials were made, each of so many samples at the mean.
    func searched(_ progress: TuningProgress, samplesEach: Int) {
        state.withLock {
            $0 = State(
                share: Double(progress.done) / Double(max(1, progress.total)), points: progress.done * samplesEach,
                what: Self.demand(of: progress.best))
        }
    }

    /// What a policy asks of a sample, in few words.
    private static func demand(of policy: Policy) -> String {
        if let openAt = policy.openAt { return "open_at \(openAt)" }
        return "one false alarm in \(policy.falseAlarmEvery.components.seconds / 3600) h"
    }

    /// The line to show after so many seconds.
    func line(seconds: Double) -> ProgressLine {
        let state = state.withLock { $0 }
        return ProgressLine(share: state.share, points: state.points, seconds: seconds, file: state.what)
    }
}
