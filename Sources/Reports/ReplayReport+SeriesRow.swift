package import Samples

extension ReplayReport {
    /// What happened to one series.
    package struct SeriesRow: Equatable, Sendable {
        /// The series.
        package var series: FileSeries
        /// How many samples were judged.
        package var samples: Int
        /// How long it was watched, in days.
        package var days: Double
        /// How many anomalies opened.
        package var anomalies: Int
        /// How many of them lie outside every window; `nil` where the labels do not speak of the file.
        package var falseAnomalies: Int?
        /// When something was wrong; `nil` where the labels do not speak of the file.
        package var windows: [ClosedRange<EventTime>]?
        /// How many of the windows were found; `nil` as above.
        package var found: Int?
        /// Anomalies a day; `nil` where the series is too short to tell.
        package var perDay: Double?
        /// The highest score of an anomaly, in 0 ... 1; `nil` where there was none.
        package var loudestScore: Double?

        /// What happened to a series.
        package init(
            series: FileSeries, samples: Int, days: Double, anomalies: Int, falseAnomalies: Int? = nil,
            windows: [ClosedRange<EventTime>]? = nil, found: Int? = nil, perDay: Double?, loudestScore: Double?
        ) {
            self.series = series
            self.samples = samples
            self.days = days
            self.anomalies = anomalies
            self.falseAnomalies = falseAnomalies
            self.windows = windows
            self.found = found
            self.perDay = perDay
            self.loudestScore = loudestScore
        }
    }
}
