package import Samples

extension [FileHistory] {
    /// The same files with the anomalies that opened in each.
    ///
    /// From the last file on: where two share a moment, an anomaly of it belongs to the later one, and only to that.
    ///
    /// - Parameter begun: the files in the order in which they were begun; `nil` for the order in which they stand.
    package func placing(_ anomalies: [SeriesKey: [AnomalySpan]], begun: [Int]? = nil) -> [FileHistory] {
        var left = anomalies
        var files = self
        for file in (begun ?? Array<Int>(indices)).reversed() {
            for series in files[file].series.indices { files[file].series[series].take(from: &left) }
        }
        return files
    }
}

extension SeriesHistory {
    /// Takes the anomalies that opened while the series was watched.
    fileprivate mutating func take(from left: inout [SeriesKey: [AnomalySpan]]) {
        let watched = first...last
        anomalies = left[key, default: []].filter { watched.contains($0.place) }
        left[key]?.removeAll { watched.contains($0.place) }
    }
}

extension AnomalySpan {
    /// When it belongs to the series: a silence is told behind the last sample, and begins with it.
    fileprivate var place: EventTime { kind == .silence ? onset : opened }
}
