package import Metrics
import Samples

/// The counters that every stage has, present at zero from the start.
package struct StageMetrics: Sendable {
    /// Messages that came in.
    package let received: Counter
    /// Messages that went out.
    package let sent: Counter
    /// Samples (or anomalies, where these travel) that were worked on.
    package let items: Counter
    /// From taking a batch of messages to having sent what became of it.
    package let processing: Metrics.Timer
    /// Seconds in which the stage could not go on because the next one did not take more.
    package let blockedSeconds: FloatingPointCounter
    private let dropped: [String: Counter]
    private let errors: [String: Counter]

    /// Makes the counters of one stage.
    ///
    /// - Parameters:
    ///   - stage: value of the label `stage`.
    ///   - dropReasons: all reasons for which the stage may leave something out.
    ///   - errorReasons: all kinds of errors it may meet.
    package init(
        stage: String, dropReasons: [String], errorReasons: [String] = ["undecodable"], factory: any MetricsFactory
    ) {
        let labels = [("stage", stage)]
        func counter(_ name: String, _ more: [(String, String)] = []) -> Counter {
            Counter(label: name, dimensions: labels + more, factory: factory)
        }
        func counters(_ name: String, _ reasons: [String]) -> [String: Counter] {
            Dictionary(uniqueKeysWithValues: reasons.map { ($0, counter(name, [("reason", $0)])) })
        }
        received = counter("andon_stage_received_total")
        sent = counter("andon_stage_sent_total")
        items = counter("andon_stage_items_total")
        processing = Metrics.Timer(
            label: "andon_stage_processing_seconds", dimensions: labels, factory: factory)
        blockedSeconds = FloatingPointCounter(
            label: "andon_stage_blocked_seconds_total", dimensions: labels, factory: factory)
        dropped = counters("andon_stage_dropped_total", dropReasons)
        errors = counters("andon_stage_errors_total", errorReasons)
    }

    /// Counts what was left out; `reason` is one of those the stage was made with.
    package func drop(_ reason: String, _ count: Int = 1) {
        guard count > 0 else { return }
        guard let counter = dropped[reason] else { preconditionFailure("A reason that the stage did not declare.") }
        counter.increment(by: count)
    }

    /// Counts an error; `reason` is one of those the stage was made with.
    package func error(_ reason: String) {
        guard let counter = errors[reason] else { preconditionFailure("An error that the stage did not declare.") }
        counter.increment()
    }
}
