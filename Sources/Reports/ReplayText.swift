import Samples

/// A replay in lines, for a terminal or a log.
package struct ReplayText {
    /// How many of the loudest series are named.
    static let mostLoud = 10
    /// The longest bar.
    private static let barCells = 24

    /// What is told.
    let report: ReplayReport
    /// Places in a line; `nil` for plain lines, as long as they need to be.
    let width: Int?
    /// True where the terminal shows colours.
    let hasColours: Bool
    /// How many anomalies are listed, and how many of those that appear and vanish.
    let mostAnomalies: Int

    /// A text about `report`.
    package init(report: ReplayReport, width: Int?, hasColours: Bool, mostAnomalies: Int = 20) {
        self.report = report
        self.width = width
        self.hasColours = hasColours
        self.mostAnomalies = max(0, mostAnomalies)
    }

    /// From top to bottom, without line feeds.
    package var lines: [String] {
        let parts = [head, summary, report.notes.map { line($0, .soft) }, comparison, loudest, hours, anomalies].filter
        { !$0.isEmpty }
        return Array(parts.joined(separator: [""]))
    }

    private var head: [String] {
        let inputs = report.inputs
        var facts = [
            Wording.count(inputs.files, "file", "files"), Wording.count(report.series.count, "series", "series"),
            Wording.count(inputs.samples, "sample", "samples"),
            Wording.count(inputs.badLines, "bad line", "bad lines"),
        ]
        if let span = inputs.span {
            facts.append("\(Wording.instant(span.lowerBound)) to \(Wording.instant(span.upperBound)) UTC")
        }
        return [
            line("\(report.title), \(report.configName) (version \(report.configVersion))", .bold),
            line(facts.joined(separator: " · "), inputs.badLines > 0 ? .yellow : .plain),
        ]
    }

    private var summary: [String] {
        guard !report.figures.isEmpty else { return [] }
        let rows = report.figures.map { figure -> [TextTable.Cell] in
            [
                .init(figure.name), .init(figure.value, .bold), .init(figure.interval ?? ""),
                .init(figure.hint ?? "", .soft),
            ]
        }
        return table([.word("Summary"), .figure("Value"), .figure("Interval"), .text("")], rows)
    }

    private var loudest: [String] {
        let rows = report.loudestFirst.prefix(Self.mostLoud).filter { $0.anomalies > 0 }
        guard !rows.isEmpty else { return [] }
        let (isLabelled, hasFiles) = (report.isLabelled, report.hasSeveralFiles)
        let cells = rows.map { row -> [TextTable.Cell] in
            [
                .init(row.series.series), .init(hasFiles ? row.series.file : "", .soft),
                .init(Wording.count(row.anomalies)),
                .init(row.perDay.map(Wording.rate) ?? "–"), .init(row.loudestScore.map(Wording.score) ?? "–"),
                .init(isLabelled ? row.falseAnomalies.map { Wording.count($0) } ?? "–" : ""),
            ]
        }
        return table(
            [
                .text("Loudest series"), .text("File"), .figure("Anomalies"), .figure("A day"), .figure("Score"),
                .figure("False"),
            ], cells)
    }

    /// The hours of the day at which any anomaly opened.
    private var hours: [String] {
        guard let most = report.hours.max(), most > 0 else { return [] }
        let rows = report.hours.enumerated().filter { $0.element > 0 }.map { hour, count -> [TextTable.Cell] in
            let bar = String(repeating: width == nil ? "#" : "█", count: max(1, count * Self.barCells / most))
            return [.init("\(hour):00"), .init(Wording.count(count)), .init(bar, .cyan)]
        }
        return table([.figure("Hour, \(report.timeZone)"), .figure("Anomalies"), .word("")], rows)
    }

    private var anomalies: [String] {
        guard !report.anomalies.isEmpty else { return [line("No anomalies.", .green)] }
        return list(report.anomalies, title: "Anomaly opened")
    }

    private var comparison: [String] {
        guard let comparison = report.comparison else { return [] }
        let rows = comparison.rows.map { row -> [TextTable.Cell] in
            [
                .init(row.name), .init(row.a), .init(row.b), .init(row.difference, .bold),
                .init(row.interval ?? "", .soft),
            ]
        }
        let numbers = table(
            [.word("Comparison"), .figure("A"), .figure("B"), .figure("B − A"), .figure("Interval")], rows)
        return [line("A is \(comparison.nameA), B is \(comparison.nameB)", .bold)] + numbers
            + changed(comparison.appearing, "Appears under B") + changed(comparison.vanishing, "Vanishes under B")
    }

    private func changed(_ anomalies: [ReplayReport.AnomalyRow], _ what: String) -> [String] {
        guard !anomalies.isEmpty else { return ["", line("\(what): nothing", .soft)] }
        let labelled = anomalies.count { $0.outcome == .inWindow }
        let known = anomalies.contains { $0.outcome != .unlabelled }
        let share = known ? ", \(Wording.count(labelled)) in a window" : ""
        return ["", line("\(what): \(Wording.count(anomalies.count))\(share)", .bold)]
            + list(anomalies, title: "Opened")
    }

    private func list(_ anomalies: [ReplayReport.AnomalyRow], title: String) -> [String] {
        let (isLabelled, hasFiles) = (report.isLabelled, report.hasSeveralFiles)
        let rows = anomalies.prefix(mostAnomalies).map { row -> [TextTable.Cell] in
            [
                .init(Wording.instant(row.opened)), .init(row.series.series),
                .init(hasFiles ? row.series.file : "", .soft), .init(row.severity.rawValue, style(of: row)),
                .init(Wording.score(row.peakScore)), .init(isLabelled ? row.outcome.words : ""),
                .init(row.milliseconds.map(Wording.span(milliseconds:)) ?? "open"), .init(row.ending),
                .init(row.id, .soft),
            ]
        }
        let columns: [TextTable.Column] = [
            .word(title), .text("Series"), .text("File"), .word("Severity"), .figure("Score"), .word("Labels"),
            .figure("Duration"), .word("Ended"), .word("Id"),
        ]
        let more = anomalies.count - mostAnomalies
        return (rows.isEmpty ? [] : table(columns, rows))
            + (more > 0 ? [line("and \(Wording.count(more)) more", .soft)] : [])
    }

    private func style(of anomaly: ReplayReport.AnomalyRow) -> TextStyle {
        switch anomaly.severity {
        case .info: .cyan
        case .warning: .yellow
        case .critical: .red
        }
    }

    private func table(_ columns: [TextTable.Column], _ rows: [[TextTable.Cell]]) -> [String] {
        TextTable(columns: columns, rows: rows).lines(width: width, hasColours: hasColours)
    }

    private func line(_ text: String, _ style: TextStyle) -> String {
        let text = text.printable()
        return style.painted(width.map { text.cut(toCells: $0) } ?? text, hasColours: hasColours)
    }
}
