import FoundationEssentials

extension OverviewPage {
    /// What is not told since somebody said so; nothing where nobody did.
    var feedback: HTML {
        guard !overview.feedback.isEmpty else { return "" }
        let rows = overview.feedback.map { rule -> HTML in
            """
            <tr><th scope="row"><code>\(rule.series)</code></th><td>\(rule.verdict)</td>\
            <td>\(rule.covers)\(rule.hours.map { ", \($0)" } ?? "")</td><td>\(rule.author)</td>\
            <td>\(Figure.day(rule.expiry))</td><td>\(Figure.count(UInt64(rule.heldBack)))</td>\
            <td><code>\(rule.id)</code></td></tr>\n
            """
        }
        return """
            <h2>Not told</h2>
            <div class="scroll"><table>
            <thead><tr><th scope="col">Series</th><th scope="col">Verdict</th><th scope="col">Covers</th>\
            <th scope="col">By</th><th scope="col">Until</th><th scope="col">Held back</th>\
            <th scope="col">Revoke by</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table></div>
            """
    }
}
