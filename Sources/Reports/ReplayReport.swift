/// What there is to say about a replayed history; ``ReportPage`` and ``ReplayText`` say it.
package struct ReplayReport: Equatable, Sendable {
    /// What stands on top.
    package var title: String
    /// The config that decided, as its user names it.
    package var configName: String
    /// Its version, as anomalies carry it.
    package var configVersion: String
    /// What was read.
    package var inputs: Inputs
    /// The summary, the most telling first.
    package var figures: [Figure]
    /// Every series, in the order of the files.
    package var series: [SeriesRow]
    /// Every anomaly, in the order in which they opened.
    package var anomalies: [AnomalyRow]
    /// How many anomalies opened in each hour of the day; 24 counts, or none where nobody counted.
    package var hours: [Int]
    /// The name of the zone by whose clock hours are counted.
    package var timeZone: String
    /// What there is to say below the summary, each a sentence.
    package var notes: [String]
    /// The same history under another config; `nil` where none was asked for.
    package var comparison: Comparison?

    /// A report.
    package init(
        title: String, configName: String, configVersion: String, inputs: Inputs, figures: [Figure] = [],
        series: [SeriesRow] = [], anomalies: [AnomalyRow] = [], hours: [Int] = [], timeZone: String = "UTC",
        notes: [String] = [], comparison: Comparison? = nil
    ) {
        precondition(hours.isEmpty || hours.count == 24, "A day has 24 hours.")
        self.title = title
        self.configName = configName
        self.configVersion = configVersion
        self.inputs = inputs
        self.figures = figures
        self.series = series
        self.anomalies = anomalies
        self.hours = hours
        self.timeZone = timeZone
        self.notes = notes
        self.comparison = comparison
    }

    /// The series with the most anomalies first; among equals the higher rate, the louder score, then the given order.
    package var loudestFirst: [SeriesRow] {
        series.enumerated().sorted { a, b in
            let (x, y) = (a.element, b.element)
            if x.anomalies != y.anomalies { return x.anomalies > y.anomalies }
            if x.perDay != y.perDay { return (x.perDay ?? 0) > (y.perDay ?? 0) }
            if x.loudestScore != y.loudestScore { return (x.loudestScore ?? 0) > (y.loudestScore ?? 0) }
            return a.offset < b.offset
        }.map(\.element)
    }

    /// True where labels speak of at least one series.
    var isLabelled: Bool { series.contains { $0.windows != nil } }

    /// True where one has to say from which file a series is.
    var hasSeveralFiles: Bool { series.contains { $0.series.file != series[0].series.file } }
}
