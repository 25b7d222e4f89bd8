package import Samples

/// One replayed file: its series with their anomalies, its labels, and where it is asked for, the score of every row.
package struct FileHistory: Equatable, Sendable {
    /// The path relative to the input, as labels name it.
    package var path: String
    /// The series of the file, in the order in which they were met.
    package var series: [SeriesHistory]
    /// When something was wrong, ascending; `nil` where the labels do not speak of the file.
    package var windows: [LabelWindow]?
    /// From when on the labels speak; `nil` for the whole file.
    package var evaluateFrom: EventTime?
    /// The score of every row; `nil` where nobody asked for it.
    package var rows: RowScores?

    /// A file.
    package init(path: String, series: [SeriesHistory], windows: [LabelWindow]? = nil, rows: RowScores? = nil) {
        self.path = path
        self.series = series
        self.windows = windows
        self.rows = rows
    }

    /// Takes over what labels say of the file. Windows are cut off where the labels or the history do not reach.
    ///
    /// - Parameter isWhole: false where the file was not replayed to its end: what lies behind could not be found, and
    ///   a file without a single sample is taken as one that the labels do not speak of.
    package mutating func label(_ labels: FileLabels?, isWhole: Bool = true) {
        let last = series.map(\.last).max()
        guard let labels, isWhole || last != nil else {
            (windows, evaluateFrom) = (nil, nil)
            return
        }
        evaluateFrom = labels.evaluateFrom
        windows = labels.windows.compactMap {
            $0.cut(from: labels.evaluateFrom, to: isWhole ? nil : last)
        }
    }

    /// True where an anomaly opened inside a window, false outside; `nil` where the labels do not speak of it.
    package func isLabelled(_ anomaly: AnomalySpan) -> Bool? {
        guard let windows, evaluateFrom.map({ $0 <= anomaly.opened }) ?? true else { return nil }
        return windows.contains { $0.contains(anomaly.opened) }
    }

    /// The anomalies of one of its series against the windows, of which there are none where labels do not speak of it.
    package func counts(of series: SeriesHistory?) -> EventCounts {
        let windows = windows ?? []
        guard let series else { return EventCounts(windows: windows.count) }
        guard let from = evaluateFrom, from > series.first else {
            return EventCounts(series.anomalies, days: series.days, windows: windows)
        }
        let left = max(0, Double(series.last.milliseconds) - Double(from.milliseconds)) / 86_400_000
        return EventCounts(series.anomalies.filter { $0.opened >= from }, days: left, windows: windows)
    }
}

extension LabelWindow {
    /// What of it lies between two instants; `nil` where nothing does.
    fileprivate func cut(from: EventTime?, to: EventTime?) -> LabelWindow? {
        let (start, end) = (max(start, from ?? start), min(end, to ?? end))
        return start <= end ? LabelWindow(start: start, end: end) : nil
    }
}
