import FoundationEssentials

extension OverviewPage {
    /// What is wrong now; says so when nothing is.
    var openAnomalies: HTML {
        let open = overview.anomalies.filter(\.isOpen)
        guard !open.isEmpty else {
            return "<h2>Open anomalies</h2>\n<p class=\"empty\">Nothing is abnormal right now.</p>"
        }
        return "<h2>Open anomalies</h2>\n\(open.map(card))"
    }

    /// What was wrong lately; nothing when nothing was.
    var closedAnomalies: HTML {
        let closed = overview.anomalies.filter { !$0.isOpen }
        return closed.isEmpty ? "" : "<h2>Closed lately</h2>\n<div class=\"closed\">\(closed.map(card))</div>"
    }

    private func card(_ anomaly: Overview.Anomaly) -> HTML {
        """
        <article class="\(severityClass(anomaly.severity))">
        <p class="top"><b class="badge">\(anomaly.severity)</b> <code>\(anomaly.series)</code> \(when(anomaly))</p>
        <p class="what"><strong>\(Figure.number(anomaly.value))</strong> where \
        <strong>\(Figure.number(anomaly.expected))</strong> was expected \
        <span>score \(Figure.score(anomaly.score)) · id <code>\(anomaly.id)</code></span></p>
        \(suspects(of: anomaly))</article>

        """
    }

    /// An open one is told by how long it lasts, a closed one by when it ended and how long it took.
    private func when(_ anomaly: Overview.Anomaly) -> HTML {
        let onset: HTML =
            "<time datetime=\"\(Figure.date(anomaly.onset))\">\(Figure.timeOfDay(anomaly.onset)) UTC</time>"
        if anomaly.isOpen {
            let age = Figure.span(overview.time.timeIntervalSince(anomaly.onset))
            return "<span class=\"when\">for \(age), since \(onset)</span>"
        }
        let ago = Figure.span(overview.time.timeIntervalSince(anomaly.time))
        let length = Figure.span(anomaly.time.timeIntervalSince(anomaly.onset))
        return "<span class=\"when\">\(ago) ago, from \(onset) for \(length)</span>"
    }

    private func suspects(of anomaly: Overview.Anomaly) -> HTML {
        guard !anomaly.suspects.isEmpty else {
            return anomaly.isOpen ? "<p class=\"empty\">Nothing stands out as a cause.</p>\n" : ""
        }
        let items = anomaly.suspects.map { suspect -> HTML in
            """
            <li><span class="bar"><i style="width:\(Figure.percent(suspect.score))%"></i></span>\
            <b>\(Figure.score(suspect.score))</b><span><code>\(suspect.name)</code> \(suspect.why)</span></li>\n
            """
        }
        return "<ol>\(items)</ol>\n"
    }

    /// Only what the style sheet knows becomes a class.
    private func severityClass(_ severity: String) -> String {
        ["info", "warning", "critical"].contains(severity) ? severity : "info"
    }
}
