package import Samples

extension AndonSettings {
    /// What a series is taken for, the rules that hold for it in order, and the policy that comes of them with the rule that had
    /// the last word on each part; line by line.
    package func policyReport(for key: SeriesKey) -> [String] {
        let book = policies.book
        let rules = book.rules(for: key)
        var settings = self
        settings.policies.book.standard = book.policy(for: key)
        let silent = PolicyBook.Rule(name: "", match: .all)
        var lines = [
            "\(key)", "  kind: \(book.metrics.kind(of: key).rawValue)",
            "  unit: \(book.metrics.unit(of: key).rawValue)",
            rules.isEmpty ? "  No rule holds for it" : "  Rules that hold for it, in order:",
        ]
        lines += rules.map { "    \($0.inWords)" }
        lines.append("  Policy:")
        for field in PolicyField.all {
            let origin = rules.last { !field.rule.isSame($0, silent) }.map { "by \($0.name.quotedIfNeeded)" }
            lines.append("    \(field.rule.path): \(field.standard.text(settings)) (\(origin ?? "standard"))")
        }
        return lines
    }
}
