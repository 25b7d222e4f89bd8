package import Samples

/// What can be said of the anomalies without any label: how many, of which series, and when.
package struct QuietReport: Equatable, Sendable {
    /// How many anomalies there were.
    package let anomalies: Int
    /// How many series were watched.
    package let series: Int
    /// The days on which any series was watched, each instant counted once however many series there were.
    package let days: Double
    /// The days that each series was watched, added up.
    package let seriesDays: Double
    /// The series with the most anomalies, the loudest first.
    package let loudest: [LoudSeries]
    /// How many opened in each of the 24 hours of the day of the given clock.
    package let byHour: [Int]
    /// How many ended for each reason; every reason is there.
    package let byCloseReason: [Anomaly.CloseReason: Int]
    /// How many were not over when their series ended.
    package let stillOpen: Int
    /// How many were of each severity at their gravest; every severity is there.
    package let bySeverity: [Severity: Int]

    /// Counts everything; `limit` is how many of the loudest are kept.
    package init(files: [FileHistory], clock: CivilClock, limit: Int = 10) {
        let located = LocatedAnomaly.all(in: files)
        let histories = files.flatMap(\.series)
        anomalies = located.count
        series = histories.count
        days = Self.days(histories)
        seriesDays = histories.reduce(0) { $0 + $1.days }
        loudest = LoudSeries.ranked(in: files, limit: limit)
        var hours = [Int](repeating: 0, count: 24)
        var reasons = Dictionary(uniqueKeysWithValues: Anomaly.CloseReason.allCases.map { ($0, 0) })
        var severities = Dictionary(uniqueKeysWithValues: Severity.allCases.map { ($0, 0) })
        for span in located.map(\.span) {
            hours[clock.slot(span.opened.milliseconds, ofDayIn: 24)] += 1
            if let reason = span.closeReason { reasons[reason, default: 0] += 1 }
            severities[span.severity, default: 0] += 1
        }
        (byHour, byCloseReason, bySeverity) = (hours, reasons, severities)
        stillOpen = located.count { $0.span.closed == nil }
    }

    /// Anomalies of all series together in a day; `nil` where no time passed.
    package var anomaliesPerDay: Double? { days > 0 ? Double(anomalies) / days : nil }

    /// Anomalies of one series in a day; `nil` where no time passed.
    package var anomaliesPerSeriesDay: Double? { seriesDays > 0 ? Double(anomalies) / seriesDays : nil }

    /// Every defined figure.
    var figures: [EvaluationFigure: Double] {
        let figures: [EvaluationFigure: Double?] = [
            .anomalies: Double(anomalies), .anomaliesPerDay: anomaliesPerDay,
            .anomaliesPerSeriesDay: anomaliesPerSeriesDay,
        ]
        return figures.compactMapValues { $0 }
    }

    /// The length of the union of all watched stretches: what lies between files of different years is left out.
    private static func days(_ series: [SeriesHistory]) -> Double {
        var (milliseconds, reach) = (0.0, EventTime.distantPast)
        for one in series.sorted(by: { $0.first < $1.first }) where one.last > reach {
            milliseconds += Double(one.last.milliseconds - max(one.first, reach).milliseconds)
            reach = one.last
        }
        return milliseconds / 86_400_000
    }
}
