extension ReportPage {
    /// A chart for each series that has one, by file, in the order of the report.
    var drawings: Markup {
        let found = Dictionary(grouping: report.anomalies, by: \.series)
        var files: [String] = []
        var figures: [String: [Markup]] = [:]
        var done: Set<FileSeries> = []
        for row in report.series where done.insert(row.series).inserted {
            guard let number = numbers[row.series],
                let figure = figure(of: row, charts.entries[number], number: number, anomalies: found[row.series] ?? [])
            else { continue }
            if figures[row.series.file] == nil { files.append(row.series.file) }
            figures[row.series.file, default: []].append(figure)
        }
        let groups = files.map { file -> Markup in
            let figures = figures[file] ?? []
            return """
                <details open=""><summary><code>\(file.printable())</code> \
                <span>\(Wording.count(figures.count, "chart", "charts"))</span></summary>
                \(figures)</details>

                """
        }
        let body: Markup = groups.isEmpty ? "<p class=\"empty\">Nothing was drawn.</p>" : "\(legend)\n\(groups)"
        return "<h2 id=\"charts\">Charts</h2>\n\(body)\(leftOut)"
    }

    private func figure(
        of row: ReplayReport.SeriesRow, _ entry: ChartBook.Entry, number: Int, anomalies: [ReplayReport.AnomalyRow]
    ) -> Markup? {
        guard let chart = entry.chart,
            let drawing = ChartDrawing(
                of: chart, name: row.series.series, anomalies: anomalies, windows: row.windows ?? [])
        else { return nil }
        var facts = [
            Wording.count(row.samples, "sample", "samples"), Wording.count(row.anomalies, "anomaly", "anomalies"),
        ]
        if let wrong = row.falseAnomalies, row.anomalies > 0 { facts.append("\(Wording.count(wrong)) false") }
        if let windows = row.windows, let found = row.found, !windows.isEmpty {
            facts.append("\(Wording.count(found)) of \(Wording.count(windows.count, "window", "windows")) found")
        }
        if let rate = row.perDay, row.anomalies > 0 { facts.append("\(Wording.rate(rate)) a day") }
        if let score = row.loudestScore { facts.append("highest score \(Wording.score(score))") }
        if entry.isOfRates { facts.append("a counter: drawn is its rate per second") }
        if drawing.drawn.count < anomalies.count, !entry.startsLate {
            facts.append("the \(Wording.count(drawing.drawn.count)) loudest are drawn")
        }
        let late: Markup =
            entry.startsLate
            ? "<p class=\"note\">Drawn from its first loud moment on: there was no room before.</p>" : ""
        return """
            <figure id="chart-\(number)"><figcaption><code>\(row.series.series.printable())</code>\
            <span>\(facts.joined(separator: " · "))</span></figcaption>
            \(late)\(drawing.svg)</figure>

            """
    }

    private var legend: Markup {
        let marks = ["info", "warning", "critical"].map { severity -> Markup in
            "<span class=\"\(severity)\">\(badge(severity))</span>"
        }
        let labelled: Markup =
            isLabelled
            ? """
            <span class="false"><svg class="badge" width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">\
            <use class="mark info false" href="#mark-info"/></svg>hollow: false alarm</span>
            <span><i class="swatch hatched"></i>labelled as wrong</span>
            """ : ""
        return """
            <p class="legend"><span><i class="swatch value"></i>value</span>
            <span><i class="swatch range"></i>smallest to largest</span>
            <span><i class="swatch expected"></i>expected</span>
            <span><i class="swatch band"></i>band of normal values</span>
            \(marks)\(labelled)</p>
            """
    }

    /// Names a few of those that have no chart, so that nobody looks for them in vain.
    private var leftOut: Markup {
        let names = charts.leftOut
        guard !names.isEmpty else { return "" }
        let some = names.prefix(10).map { name -> Markup in "<code>\(name.series.printable(limit: 80))</code> " }
        return """
            <p class="note">\(Wording.count(names.count)) series have no chart: there are \(charts.limit), \
            for those with the most anomalies. Left out: \(some)\(names.count > 10 ? "…" : "")</p>
            """
    }
}
