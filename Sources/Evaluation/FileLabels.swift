package import Samples

/// What somebody says of one file: when something was wrong.
package struct FileLabels: Equatable, Sendable {
    /// Ascending; empty where nothing was ever wrong.
    package var windows: [LabelWindow]
    /// From when on it is said; `nil` for the whole file. What comes before counts for nothing.
    package var evaluateFrom: EventTime?

    /// Labels of a file.
    package init(windows: [LabelWindow], evaluateFrom: EventTime? = nil) {
        self.windows = windows.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        self.evaluateFrom = evaluateFrom
    }
}
