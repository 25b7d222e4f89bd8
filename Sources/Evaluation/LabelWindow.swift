package import Samples

/// A stretch of time in which somebody says that something was wrong; both ends belong to it.
package struct LabelWindow: Hashable, Sendable {
    /// The first instant.
    package var start: EventTime
    /// The last instant, not before the first.
    package var end: EventTime

    /// A stretch.
    package init(start: EventTime, end: EventTime) {
        precondition(start <= end, "A window ends no sooner than it starts.")
        self.start = start
        self.end = end
    }

    /// True from the first to the last instant.
    package func contains(_ time: EventTime) -> Bool { start <= time && time <= end }
}
