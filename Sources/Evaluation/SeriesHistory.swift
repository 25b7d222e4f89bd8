package import Samples

/// One series of a replayed file, and the anomalies that it had.
package struct SeriesHistory: Equatable, Sendable {
    /// The series.
    package var key: SeriesKey
    /// Its first sample.
    package var first: EventTime
    /// Its last sample, not before the first.
    package var last: EventTime
    /// How many samples were judged.
    package var samples: Int
    /// In the order in which they opened.
    package var anomalies: [AnomalySpan]

    /// A series of a file.
    package init(key: SeriesKey, first: EventTime, last: EventTime, samples: Int, anomalies: [AnomalySpan] = []) {
        self.key = key
        self.first = first
        self.last = last
        self.samples = samples
        self.anomalies = anomalies
    }

    /// How long the series was watched, in days of 86,400 s.
    package var days: Double { (Double(last.milliseconds) - Double(first.milliseconds)) / 86_400_000 }
}
