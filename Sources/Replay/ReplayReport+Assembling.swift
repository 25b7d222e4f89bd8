package import Evaluation
import Recordings
package import Reports
import Samples

extension ReplayReport {
    /// Puts into words what a replay came to.
    ///
    /// - Parameters:
    ///   - files: with labels, where there are any.
    ///   - readings: what was read of them.
    ///   - evaluation: of the same files.
    ///   - timeZone: the name of the zone by whose clock it was made.
    package init(
        title: String, configName: String, configVersion: String, files: [FileHistory], readings: [FileReading],
        evaluation: EvaluationReport, timeZone: String
    ) {
        let histories = files.flatMap(\.series)
        let span = histories.map(\.first).min().flatMap { first in
            histories.map(\.last).max().map { first...$0 }
        }
        self.init(
            title: title, configName: configName, configVersion: configVersion,
            inputs: Inputs(
                files: files.count, samples: readings.reduce(0) { $0 + $1.counts.samples },
                badLines: readings.reduce(0) { $0 + $1.counts.badLines }, span: span),
            figures: Self.figures(evaluation), series: files.flatMap(Self.rows),
            anomalies: files.flatMap(Self.anomalies).sorted { $0.opened < $1.opened }, hours: evaluation.quiet.byHour,
            timeZone: timeZone, notes: Self.notes(evaluation))
    }

    private static func figures(_ evaluation: EvaluationReport) -> [Figure] {
        let (figures, intervals) = (evaluation.figures, evaluation.intervals)
        return EvaluationFigure.allCases.compactMap { figure in
            figures[figure].map { value in
                Figure(
                    name: FigureText.name(figure), value: FigureText.value(value, of: figure),
                    interval: intervals[figure].map { FigureText.interval($0, of: figure) },
                    hint: FigureText.hint(figure))
            }
        }
    }

    /// Why figures have no interval, and what else there is to say of all anomalies together.
    private static func notes(_ evaluation: EvaluationReport) -> [String] {
        let quiet = evaluation.quiet
        var notes: [String] = []
        if case .series(let count)? = evaluation.scored?.units {
            notes.append(
                count > 1
                    ? "Intervals are over the \(count) series of the one labelled file; NAB and F1 by rows have none, "
                        + "for a row is what all series say together."
                    : "There are no intervals: one series of one file tells nothing of others.")
        }
        if quiet.anomalies > 0 {
            let severities = Severity.allCases.reversed().compactMap { severity in
                quiet.bySeverity[severity].flatMap { $0 > 0 ? "\($0) \(severity.rawValue)" : nil }
            }
            let ends = Anomaly.CloseReason.allCases.compactMap { reason in
                quiet.byCloseReason[reason].flatMap { $0 > 0 ? "\($0) \(FigureText.name(reason))" : nil }
            }
            let open = quiet.stillOpen > 0 ? ["\(quiet.stillOpen) still open"] : []
            notes.append(
                "Of the anomalies: \((severities).joined(separator: ", ")); \((ends + open).joined(separator: ", ")).")
        }
        return notes
    }

    private static func rows(of file: FileHistory) -> [SeriesRow] {
        file.series.map { series in
            let outcomes = series.anomalies.map { Outcome(file.isLabelled($0)) }
            return SeriesRow(
                series: FileSeries(file: file.path, series: series.key.description), samples: series.samples,
                days: series.days, anomalies: series.anomalies.count,
                falseAnomalies: file.windows.map { _ in outcomes.count { $0 == .falseAlarm } },
                windows: file.windows.map { $0.map { $0.start...$0.end } },
                found: file.windows.map { windows in
                    windows.count { window in series.anomalies.contains { window.contains($0.opened) } }
                },
                perDay: series.days > 0 ? Double(series.anomalies.count) / series.days : nil,
                loudestScore: series.anomalies.map(\.peakScore).max())
        }
    }

    private static func anomalies(of file: FileHistory) -> [AnomalyRow] {
        file.series.flatMap { series in
            series.anomalies.map { row($0, series.key, path: file.path, outcome: Outcome(file.isLabelled($0))) }
        }
    }

    private static func row(
        _ span: AnomalySpan, _ series: SeriesKey, path: String, outcome: Outcome
    ) -> AnomalyRow {
        AnomalyRow(
            id: span.id, series: FileSeries(file: path, series: series.description), onset: span.onset,
            opened: span.opened, closed: span.closed, severity: span.severity, peakScore: span.peakScore,
            closeReason: span.closeReason, outcome: outcome)
    }
}

extension ReplayReport.Outcome {
    /// In the words of a report.
    fileprivate init(_ isLabelled: Bool?) {
        self = isLabelled.map { $0 ? .inWindow : .falseAlarm } ?? .unlabelled
    }
}

extension ReplayReport.Comparison {
    /// Puts a comparison into words.
    package init(_ comparison: Evaluation.Comparison, nameA: String, nameB: String) {
        self.init(
            nameA: nameA, nameB: nameB, rows: comparison.rows.map(Row.init),
            appearing: comparison.appearing.map(ReplayReport.AnomalyRow.init),
            vanishing: comparison.vanishing.map(ReplayReport.AnomalyRow.init))
    }
}

extension ReplayReport.Comparison.Row {
    fileprivate init(_ row: ComparisonRow) {
        let text: (Double?) -> String = { $0.map { FigureText.value($0, of: row.figure) } ?? "–" }
        self.init(
            name: FigureText.name(row.figure), a: text(row.before), b: text(row.after),
            difference: row.difference.map { FigureText.difference($0, of: row.figure) } ?? "–",
            interval: row.interval.map { FigureText.interval($0, of: row.figure, isDifference: true) })
    }
}

extension ReplayReport.AnomalyRow {
    fileprivate init(_ located: LocatedAnomaly) {
        let span = located.span
        self.init(
            id: span.id, series: FileSeries(file: located.path, series: located.series.description),
            onset: span.onset, opened: span.opened, closed: span.closed, severity: span.severity,
            peakScore: span.peakScore, closeReason: span.closeReason,
            outcome: ReplayReport.Outcome(located.isLabelled))
    }
}
