import Samples

/// The anomalies of one series, to be asked which of them overlap another stretch.
struct Stretches {
    /// By onset.
    private let anomalies: [LocatedAnomaly]
    /// How far the anomalies up to each one reach: ascending, even where one lies within another.
    private let reach: [EventTime]

    init(_ anomalies: [LocatedAnomaly]) {
        self.anomalies = anomalies.sorted { $0.span.onset < $1.span.onset }
        var furthest = EventTime.distantPast
        reach = self.anomalies.map { anomaly in
            furthest = max(furthest, anomaly.end)
            return furthest
        }
    }

    /// The earliest one that shares an instant with another anomaly; `nil` where none does.
    func first(overlapping other: LocatedAnomaly) -> LocatedAnomaly? {
        // The first that reaches so far reaches so far by itself, not by one before it.
        let index = reach.partitioningIndex { $0 >= other.span.onset }
        guard index < anomalies.count, anomalies[index].span.onset <= other.end else { return nil }
        return anomalies[index]
    }
}
