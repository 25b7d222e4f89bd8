import Samples

/// What one or several series with the same windows bring to an ``EventScore``.
package struct EventCounts: Equatable, Sendable {
    /// Anomalies.
    package private(set) var anomalies = 0
    /// Anomalies that opened inside a window.
    package private(set) var trueAnomalies = 0
    /// The days that each series was watched, added up.
    package private(set) var days = 0.0
    /// By window: seconds from its start to the first anomaly that opened inside; `nil` where none did.
    package private(set) var earliest: [Double?]

    /// Nothing was watched yet for these many windows.
    package init(windows: Int = 0) {
        earliest = [Double?](repeating: nil, count: windows)
    }

    /// The anomalies of one series.
    package init(_ anomalies: [AnomalySpan], days: Double, windows: [LabelWindow]) {
        self.init(windows: windows.count)
        self.days = days
        self.anomalies = anomalies.count
        for anomaly in anomalies {
            var isTrue = false
            for (number, window) in windows.enumerated() where window.contains(anomaly.opened) {
                isTrue = true
                let delay = (anomaly.opened - window.start).inSeconds
                earliest[number] = min(earliest[number] ?? delay, delay)
            }
            trueAnomalies += isTrue ? 1 : 0
        }
    }

    /// Everything found at once, and nothing else told.
    package static func perfect(days: Double, windows: Int) -> EventCounts {
        var counts = EventCounts()
        counts.days = days
        counts.earliest = [Double?](repeating: 0, count: windows)
        return counts
    }

    /// How many windows there are.
    package var windows: Int { earliest.count }
    /// How many of them were found.
    package var found: Int { earliest.count { $0 != nil } }
    /// Anomalies that opened outside every window.
    package var falseAnomalies: Int { anomalies - trueAnomalies }

    /// Takes other series with the same windows into account, so often: a window is found by the first that finds it.
    package mutating func join(_ other: EventCounts, times: Int = 1) {
        precondition(windows == other.windows, "Series of one file have the same windows.")
        add(other, times: times)
        for (number, delay) in other.earliest.enumerated() {
            guard let delay else { continue }
            earliest[number] = min(earliest[number] ?? delay, delay)
        }
    }

    /// Takes another file with windows of its own into account.
    package mutating func append(_ other: EventCounts) {
        add(other, times: 1)
        earliest += other.earliest
    }

    private mutating func add(_ other: EventCounts, times: Int) {
        anomalies += other.anomalies * times
        trueAnomalies += other.trueAnomalies * times
        days += other.days * Double(times)
    }
}
