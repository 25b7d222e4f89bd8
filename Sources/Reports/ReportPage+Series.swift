extension ReportPage {
    /// How many of the loudest are shown as bars.
    private static let mostLoud = 10

    /// Who raised the most.
    var loudest: Markup {
        let rows = report.loudestFirst.prefix(Self.mostLoud).filter { $0.anomalies > 0 }
        guard let top = rows.first else { return "" }
        let items = rows.map { row -> Markup in
            let share = Double(row.anomalies) / Double(top.anomalies) * 100
            let rate = row.perDay.map { "\(Wording.rate($0)) a day" } ?? ""
            return """
                <li><span class="bar"><i style="width:\(Wording.fixed(share, decimals: 0))%"></i></span>\
                <b>\(Wording.count(row.anomalies))</b><span class="rate">\(rate)</span>\
                <span>\(link(to: row.series)) <small>\(file(of: row.series).content)</small></span></li>

                """
        }
        return "<h2 id=\"loudest\">Loudest series, by anomalies</h2>\n<ol class=\"loudest\">\n\(items)</ol>"
    }

    /// Every series, the loudest first.
    var series: Markup {
        let rows = report.loudestFirst
        guard !rows.isEmpty else {
            return "<h2 id=\"series\">Series</h2>\n<p class=\"empty\">No series was found.</p>"
        }
        let table = PageTable(
            caption: "Series, the loudest first",
            columns: [
                .text("Series"), .text("File"), .figure("Samples"), .figure("Days"), .figure("Anomalies"),
                .figure("A day"), .figure("Highest score"), .figure("False"), .figure("Windows"), .figure("Found"),
            ],
            rows: rows.prefix(Self.mostRows).map(cells(of:)), isFiltered: true)
        return "<h2 id=\"series\">Series</h2>\n\(table.markup)\n\(more(than: rows.count, "the quietest series are"))"
    }

    /// The name of a series, leading to its chart where it has one.
    func link(to series: FileSeries) -> Markup {
        let name: Markup = "<code>\(series.series.printable())</code>"
        return numbers[series].map { number -> Markup in "<a href=\"#chart-\(number)\">\(name)</a>" } ?? name
    }

    /// Says what a table leaves out.
    func more(than count: Int, _ whatIs: String) -> Markup {
        guard count > Self.mostRows else { return "" }
        return "<p class=\"note\">\(Wording.count(count - Self.mostRows)) more: \(whatIs) left out.</p>"
    }

    /// The name of a file; nothing where there is only one.
    func file(of series: FileSeries) -> PageTable.Cell {
        .init(content: "\(hasSeveralFiles ? series.file.printable() : "")", style: "file")
    }

    private func cells(of row: ReplayReport.SeriesRow) -> [PageTable.Cell] {
        // Of several series in a file nobody expects each to find what is wrong.
        let missed = filesOfOneSeries.contains(row.series.file) && (row.found ?? 0) < (row.windows?.count ?? 0)
        return [
            .init(content: link(to: row.series), style: "name"), file(of: row.series), .count(row.samples),
            number(row.days, Wording.number(row.days)), .count(row.anomalies),
            number(row.perDay, row.perDay.map(Wording.rate)), .text(row.loudestScore.map(Wording.score) ?? "–"),
            label(row.falseAnomalies, style: (row.falseAnomalies ?? 0) > 0 ? "loss" : "none"),
            label(row.windows?.count), label(row.found, style: missed ? "loss" : ""),
        ]
    }

    /// A number that only labels tell; nothing where there are none at all.
    private func label(_ count: Int?, style: String = "") -> PageTable.Cell {
        .init(content: "\(isLabelled ? count.map(Wording.count) ?? "–" : "")", style: style)
    }

    /// A number that is sorted by all of its digits.
    private func number(_ value: Double?, _ text: String?) -> PageTable.Cell {
        guard let value, let text, value.isFinite else { return .text("–") }
        return PageTable.Cell(content: "\(text)", key: value.description)
    }
}
