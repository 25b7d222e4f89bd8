/// What was found in the history that a pipeline learned from, and not told.
package struct HistoryFindings: Equatable, Sendable {
    /// Anomalies that opened in it.
    package internal(set) var anomalies = 0
    /// Those of them that had not ended when it ended.
    package internal(set) var open = 0

    /// Nothing unless given.
    package init(anomalies: Int = 0, open: Int = 0) {
        self.anomalies = anomalies
        self.open = open
    }
}
