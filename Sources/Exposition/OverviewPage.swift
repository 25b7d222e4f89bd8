import FoundationEssentials

/// The page for people: complete as it is sent, without a single thing from elsewhere.
///
/// Its script fetches the page again every two seconds and puts the new `main` in place of the old one, so there is
/// one way in which things are drawn, and it works without a script too.
struct OverviewPage {
    /// What is shown.
    let overview: Overview
    /// Marks the page's own script as allowed to run; another one for each answer.
    let nonce: String

    /// The whole document.
    var document: HTML {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(openCount > 0 ? "(\(openCount)) " : "")\(overview.title)</title>
        <noscript><meta http-equiv="refresh" content="5"></noscript>
        <style>\(Self.style)</style>
        </head>
        <body>
        <p id="lost" role="status">No answer from Andon; what you see is from the last one.</p>
        <main>
        \(header)
        \(facts)
        \(openAnomalies)
        \(closedAnomalies)
        \(feedback)
        \(stages)
        \(footer)
        </main>
        <script nonce="\(nonce)">\(Self.script)</script>
        </body>
        </html>

        """
    }

    private var openCount: Int { overview.anomalies.count { $0.isOpen } }

    private var header: HTML {
        let state: HTML =
            switch openCount {
            case 0: "<p class=\"state\">All quiet</p>"
            case 1: "<p class=\"state\">1 open anomaly</p>"
            default: "<p class=\"state\">\(String(openCount)) open anomalies</p>"
            }
        let health: HTML =
            overview.status == .healthy
            ? "" : "<p class=\"state health\"><a href=\"health\">\(overview.status.rawValue)</a></p>"
        return """
            <header class="\(lamp)">
            <span class="lamp" aria-hidden="true"></span>
            <h1>\(overview.title)</h1>
            \(state)\(health)
            <p class="about">version \(overview.version) · settings \(overview.configVersion) · \
            up \(Figure.span(overview.time.timeIntervalSince(overview.started)))</p>
            </header>
            """
    }

    /// The worst that is open decides the colour of the lamp.
    private var lamp: String {
        let open = Set(overview.anomalies.lazy.filter(\.isOpen).map(\.severity))
        if overview.status == .unhealthy || open.contains("critical") { return "critical" }
        if overview.status == .degraded || open.contains("warning") { return "warning" }
        return open.isEmpty ? "quiet" : "info"
    }

    private var facts: HTML {
        let items = overview.facts.map { fact -> HTML in
            "<div><dt>\(fact.name)</dt><dd>\(fact.value)</dd></div>\n"
        }
        guard let rates = overview.rates, let latest = rates.values.last else {
            return items.isEmpty ? "" : "<dl class=\"facts\">\(items)</dl>"
        }
        let span = Figure.span(rates.stepSeconds * Double(rates.values.count))
        return """
            <dl class="facts">
            <div class="rate"><dt>Samples a second, last \(span)</dt><dd>\(Figure.number(latest))</dd>\
            \(Sparkline(values: rates.values).drawing)</div>
            \(items)</dl>
            """
    }

    private var stages: HTML {
        guard !overview.stages.isEmpty else { return "" }
        let rows = overview.stages.map { stage -> HTML in
            """
            <tr><th scope="row">\(stage.name)</th><td>\(Figure.count(stage.received))</td>\
            <td>\(Figure.count(stage.sent))</td>\(loss(stage.dropped))\(loss(stage.errors))\
            <td>\(Figure.count(stage.queueDepth))</td><td>\(Figure.time(stage.processingP50Seconds))</td>\
            <td>\(Figure.time(stage.processingP99Seconds))</td></tr>\n
            """
        }
        return """
            <h2>Stages</h2>
            <div class="scroll"><table>
            <thead><tr><th scope="col">Stage</th><th scope="col">Received</th><th scope="col">Sent</th>\
            <th scope="col">Dropped</th><th scope="col">Errors</th><th scope="col">Queue</th>\
            <th scope="col">p50</th><th scope="col">p99</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table></div>
            """
    }

    /// A number that ought to be zero.
    private func loss(_ count: UInt64) -> HTML {
        count == 0 ? "<td class=\"none\">0</td>" : "<td class=\"loss\">\(Figure.count(count))</td>"
    }

    private var footer: HTML {
        """
        <footer>
        <nav><a href="metrics">metrics</a> <a href="health">health</a> <a href="ready">ready</a> \
        <a href="feedback">feedback</a> \
        <a href="api/overview">this page as JSON</a></nav>
        <p>as of <time datetime="\(Figure.date(overview.time))">\(Figure.timeOfDay(overview.time)) UTC</time></p>
        </footer>
        """
    }
}
