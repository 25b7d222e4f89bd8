extension ReportPage {
    /// The same history under another config: the numbers of both, then what came and what went.
    var comparison: Markup {
        guard let comparison = report.comparison else { return "" }
        let (a, b) = (comparison.nameA.printable(), comparison.nameB.printable())
        let rows = comparison.rows.map { row -> [PageTable.Cell] in
            [
                .text(row.name.printable()), .text(row.a.printable()), .text(row.b.printable()),
                .text(row.difference.printable()), .text(row.interval?.printable() ?? ""),
            ]
        }
        let table = PageTable(
            caption: "\(a) and \(b)",
            columns: [.text("Figure"), .figure("A"), .figure("B"), .figure("B − A"), .figure("Interval")], rows: rows)
        return """
            <h2 id="comparison">Comparison of A, <code>\(a)</code>, with B, <code>\(b)</code></h2>
            \(table.markup)
            \(changed(comparison.appearing, one: "appears", many: "appear"))
            \(changed(comparison.vanishing, one: "vanishes", many: "vanish"))
            """
    }

    private func changed(_ anomalies: [ReplayReport.AnomalyRow], one: String, many: String) -> Markup {
        guard !anomalies.isEmpty else { return "<h3>No anomalies \(many) under B</h3>" }
        let labelled = anomalies.count { $0.outcome == .inWindow }
        let known = anomalies.contains { $0.outcome != .unlabelled }
        let share = known ? ", \(Wording.count(labelled)) of them in a window" : ""
        let title = "\(Wording.count(anomalies.count, one, many)) under B\(share)"
        return """
            <h3>\(title)</h3>
            \(table(of: anomalies, caption: title, isFiltered: true))
            \(more(than: anomalies.count, "those with the lowest scores are"))
            """
    }
}
