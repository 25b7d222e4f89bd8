package import Detection
package import Evaluation
package import Recordings
package import Reports
package import Samples

/// What came of a replay.
package struct ReplayOutcome: Sendable {
    /// The files with their anomalies; rows where they were asked for. Labels are not among it.
    package var files: [FileHistory]
    /// What was read of each file, in the same order; fewer where the replay was ended before.
    package var readings: [FileReading]
    /// Files that could not be read, or not to their end, with the reason.
    package var failures: [(path: String, error: RecordingError)]
    /// The charts that were asked for.
    package var charts: ChartBook?
    /// What came of the feedback that was tried, in the order in which it was said.
    package var feedback: [FeedbackRecord]
    /// Anomalies that it held back.
    package var heldBack: [HeldBack]
    /// How the alarm budgets were kept.
    package var budgets: [BudgetAccount] = []
    /// False where the task was cancelled before all was replayed.
    package var isComplete: Bool
}
