package import Samples
package import Stages

/// What a pipeline holds at one moment, for people who look at it.
package struct PipelineSnapshot: Sendable {
    /// Series that ever sent a sample.
    package var seriesKnown: Int
    /// The newest anomalies, the open ones first.
    package var anomalies: [Anomaly]
    /// The rules that came of feedback and what they did, the newest first.
    package var feedback: [FeedbackBoard.Entry]
    /// Bytes of learned state over all series.
    package var stateBytes = 0
    /// Anomalies that are open.
    package var anomaliesOpen = 0
}
