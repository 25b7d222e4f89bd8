/// A replay as one page for people: complete as it is, without a single thing from elsewhere.
///
/// Everything is there without its script, which sorts, filters and shows the value below the pointer. It is
/// well-formed XML too, so that a test can read it.
package struct ReportPage {
    /// The most rows of a table. What is more is counted below it: a browser must be able to hold the page.
    static let mostRows = 5000

    /// What is told.
    let report: ReplayReport
    /// What is drawn.
    let charts: ChartBook
    /// True where labels speak of a series.
    let isLabelled: Bool
    /// True where one has to say from which file a series is.
    let hasSeveralFiles: Bool
    /// Files that have no more than one series.
    let filesOfOneSeries: Set<String>
    /// Which entry of the book is the chart of a series; a series that stands there twice has one.
    let numbers: [FileSeries: Int]

    /// A page about `report` with the charts of its series.
    package init(report: ReplayReport, charts: ChartBook) {
        self.report = report
        self.charts = charts
        isLabelled = report.isLabelled
        hasSeveralFiles = report.hasSeveralFiles
        let counts = Dictionary(report.series.map { ($0.series.file, 1) }, uniquingKeysWith: +)
        filesOfOneSeries = Set(counts.filter { $0.value == 1 }.keys)
        let drawn = charts.entries.enumerated().filter { $1.chart.map { $0.samples > 0 } ?? false }
        numbers = Dictionary(drawn.map { ($1.series, $0) }) { first, _ in first }
    }

    /// The whole file. Some 35 kB for each chart, and 300 bytes for each series and anomaly.
    package var document: String {
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <title>\(report.title.printable()) · \(report.configName.printable())</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            \(ChartDrawing.shapes)
            <main>
            \(header)
            \(facts)
            \(contents)
            \(comparison)
            \(loudest)
            \(hours)
            \(series)
            \(anomalies)
            \(drawings)
            \(footer)
            </main>
            <div id="hair" hidden=""></div>
            <div id="tip" role="status" hidden=""></div>
            <script>\(Self.script)</script>
            </body>
            </html>

            """
        return page.text
    }

    private var header: Markup {
        let span = report.inputs.span.map { span -> Markup in
            """
            <p class="about">\(Wording.instant(span.lowerBound)) … \(Wording.instant(span.upperBound)) UTC</p>
            """
        }
        return """
            <header>
            <span class="lamp" aria-hidden="true"></span>
            <h1>\(report.title.printable())</h1>
            <p class="config"><code>\(report.configName.printable())</code> \
            version <code>\(report.configVersion.printable())</code></p>
            \(span ?? "")
            </header>
            """
    }

    /// What was read comes first: every other number rests on it.
    private var facts: Markup {
        let inputs = report.inputs
        let bad = inputs.badLines > 0 ? "loss" : "none"
        let read: Markup = """
            <div><dt>Samples read</dt><dd>\(Wording.short(Double(inputs.samples)))</dd>\
            <dd class="hint">\(Wording.count(inputs.files, "file", "files")), \
            \(Wording.count(report.series.count, "series", "series")), \
            <span class="\(bad)">\(Wording.count(inputs.badLines, "bad line", "bad lines"))</span></dd></div>

            """
        let figures = report.figures.map { figure -> Markup in
            let interval = figure.interval.map { text -> Markup in "<dd class=\"interval\">\(text.printable())</dd>" }
            let hint = figure.hint.map { text -> Markup in "<dd class=\"hint\">\(text.printable())</dd>" }
            return """
                <div><dt>\(figure.name.printable())</dt><dd>\(figure.value.printable())</dd>\
                \(interval ?? "")\(hint ?? "")</div>

                """
        }
        let notes = report.notes.map { note -> Markup in "<p class=\"note\">\(note.printable())</p>\n" }
        return "<dl class=\"facts\" id=\"summary\">\n\(read)\(figures)</dl>\n\(notes)"
    }

    private var contents: Markup {
        let parts: [(id: String, name: String, isThere: Bool)] = [
            ("summary", "Summary", true), ("comparison", "Comparison", report.comparison != nil),
            ("loudest", "Loudest", report.series.contains { $0.anomalies > 0 }),
            ("hours", "Hours", report.hours.contains { $0 > 0 }), ("series", "Series", true),
            ("anomalies", "Anomalies", true), ("charts", "Charts", true),
        ]
        let links = parts.filter { $0.isThere }.map { part -> Markup in "<a href=\"#\(part.id)\">\(part.name)</a> " }
        return """
            <nav aria-label="Contents"><span class="links">\(links)</span>\
            <span class="find" hidden=""><output id="found"></output><input id="filter" type="search" \
            placeholder="Filter by series or file" aria-label="Filter by series or file"/></span></nav>
            """
    }

    private var footer: Markup {
        """
        <footer><p>All times are UTC. This page needs no network. \
        A value below the pointer is read from the drawing, to about 0.1 % of its height.</p></footer>
        """
    }
}
