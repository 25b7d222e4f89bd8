package import Samples

/// Feedback that a replay tries.
package struct FeedbackTrial: Sendable {
    /// Rules that hold from the first sample on.
    package var rules = FeedbackRules()
    /// What is said at its own time, in order of time.
    package var timed: [Feedback] = []
    /// What is said behind the last sample, when all anomalies are known.
    package var atEnd: [Feedback] = []

    /// Nothing to try.
    package init() {}
}
