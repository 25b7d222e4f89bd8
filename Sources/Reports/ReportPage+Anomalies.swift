import Samples

extension ReportPage {
    /// Every anomaly, in the order of the report.
    var anomalies: Markup {
        guard !report.anomalies.isEmpty else {
            return "<h2 id=\"anomalies\">Anomalies</h2>\n<p class=\"empty\">There was not a single anomaly.</p>"
        }
        let table = table(of: report.anomalies, caption: "Anomalies", isFiltered: true)
        let left = more(than: report.anomalies.count, "those with the lowest scores are")
        return "<h2 id=\"anomalies\">Anomalies</h2>\n\(table)\n\(left)"
    }

    /// Anomalies as a table; of too many the loudest.
    func table(of anomalies: [ReplayReport.AnomalyRow], caption: String, isFiltered: Bool) -> Markup {
        PageTable(
            caption: caption,
            columns: [
                .text("Opened"), .text("Series"), .text("File"), .text("Severity"), .figure("Score"),
                .figure("Duration"), .text("Ended"), .text("Labels"), .text("Onset"), .text("Id"),
            ],
            rows: loudest(of: anomalies).map(cells(of:)), isFiltered: isFiltered
        ).markup
    }

    private func loudest(of anomalies: [ReplayReport.AnomalyRow]) -> [ReplayReport.AnomalyRow] {
        guard anomalies.count > Self.mostRows else { return anomalies }
        let kept = anomalies.indices.sorted { anomalies[$0].peakScore > anomalies[$1].peakScore }.prefix(Self.mostRows)
        return kept.sorted().map { anomalies[$0] }
    }

    private func cells(of row: ReplayReport.AnomalyRow) -> [PageTable.Cell] {
        let severity = row.severity.rawValue
        let length = row.milliseconds.map(Wording.span(milliseconds:)) ?? "open"
        return [
            .text(Wording.instant(row.opened)), .init(content: link(to: row.series), style: "name"),
            file(of: row.series), .init(content: badge(severity), key: Self.rank[severity], style: severity),
            .text(Wording.score(row.peakScore)), .init(content: "\(length)", key: String(row.milliseconds ?? .max)),
            .text(row.ending),
            .init(
                content: "\(isLabelled ? row.outcome.words : "")",
                style: row.outcome == .falseAlarm ? "loss" : ""),
            onset(of: row), .init(content: "<code>\(row.id.printable())</code>"),
        ]
    }

    /// Without its date where that is the one of the opening.
    private func onset(of row: ReplayReport.AnomalyRow) -> PageTable.Cell {
        let (onset, opened) = (Wording.instant(row.onset), Wording.instant(row.opened))
        let (date, time) = (onset.split(separator: " ").first, onset.split(separator: " ").last)
        let isSameDay = date == opened.split(separator: " ").first
        return .init(content: "\(isSameDay ? time.map(String.init) ?? onset : onset)", key: onset)
    }

    /// The shape that marks it in the charts, and the word.
    func badge(_ severity: String) -> Markup {
        """
        <svg class="badge" width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">\
        <use class="mark \(severity)" href="#mark-\(severity)"/></svg>\(severity)
        """
    }

    /// The gravest sorts highest.
    private static let rank = ["info": "1", "warning": "2", "critical": "3"]
}
