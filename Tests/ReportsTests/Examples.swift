import Samples

@testable import Reports

/// What strangers may call their files and series.
let evil = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>\u{0}\u{1B}[31m\u{202E}]]>&amp;-->{{7*7}}"

extension EventTime {
    /// An instant that is known to be one.
    static func at(_ text: String) -> EventTime {
        EventTime(iso8601: text) ?? .distantPast
    }
}

extension ReplayReport.AnomalyRow {
    /// Twelve minutes of a warning.
    static func example(
        _ series: FileSeries, opened: EventTime = .at("2026-03-01T12:04:00Z"), severity: Severity = .warning,
        score: Double = 0.91, outcome: ReplayReport.Outcome = .unlabelled
    ) -> ReplayReport.AnomalyRow {
        .init(
            id: "9f3c2a7d10e4b865", series: series, onset: opened - .seconds(60), opened: opened,
            closed: opened + .seconds(660), severity: severity, peakScore: score, closeReason: .recovered,
            outcome: outcome)
    }
}

extension ReplayReport {
    /// Two files of `each` series, with one anomaly a series and labels for the first file.
    static func example(each: Int = 2, name: String = "cpu_usage") -> ReplayReport {
        let windows = [EventTime.at("2026-03-01T12:00:00Z")...EventTime.at("2026-03-01T12:30:00Z")]
        var series: [SeriesRow] = []
        var anomalies: [AnomalyRow] = []
        for number in 0..<2 * each {
            let isLabelled = number < each
            let place = FileSeries(file: isLabelled ? "one/\(name).csv" : "two.csv", series: "\(name){n=\"\(number)\"}")
            series.append(
                SeriesRow(
                    series: place, samples: 1440, days: 1, anomalies: 1, falseAnomalies: isLabelled ? 0 : nil,
                    windows: isLabelled ? windows : nil, found: isLabelled ? 1 : nil, perDay: 1, loudestScore: 0.91))
            anomalies.append(
                .example(
                    place, severity: Severity.allCases[number % 3], outcome: isLabelled ? .inWindow : .unlabelled))
        }
        return ReplayReport(
            title: "Replay", configName: "andon.yaml", configVersion: "3f2a9c41",
            inputs: Inputs(
                files: 2, samples: 2880 * each, badLines: 1,
                span: .at("2026-03-01T00:00:00Z")...(.at("2026-03-01T23:59:00Z"))),
            figures: [
                Figure(name: "Anomalies", value: "\(2 * each)"),
                Figure(
                    name: "Precision", value: "0.41", interval: "0.35 … 0.48", hint: "anomalies that lie in a window"),
            ],
            series: series, anomalies: anomalies, hours: (0..<24).map { $0 == 12 ? 2 * each : 0 })
    }

    /// The same with a second config.
    static func compared() -> ReplayReport {
        var report = example()
        let place = report.series[0].series
        report.comparison = Comparison(
            nameA: "andon.yaml", nameB: "strict.yaml",
            rows: [.init(name: "Anomalies", a: "4", b: "3", difference: "−1", interval: "−3 … 1")],
            appearing: [.example(place, opened: .at("2026-03-01T18:00:00Z"), severity: .info, outcome: .falseAlarm)],
            vanishing: [.example(place, outcome: .inWindow)])
        return report
    }
}

extension ChartBook {
    /// A day of minutes for each series of a report.
    static func example(of report: ReplayReport, limit: Int = 400) -> ChartBook {
        var book = ChartBook(limit: limit)
        var generator = SeededGenerator(seed: 1)
        let start = EventTime.at("2026-03-01T00:00:00Z").milliseconds
        for row in report.series {
            let number = book.open(row.series)
            for minute in 0..<Int64(1440) {
                if minute == 724 { book.countAnomaly(of: number) }
                let value = Double.random(in: 10...12, using: &generator) + ((720..<735).contains(minute) ? 20 : 0)
                book.add(number, time: start + minute * 60_000, value: value, expected: 11, lower: 9, upper: 13)
            }
            book.close(number)
        }
        return book
    }
}
