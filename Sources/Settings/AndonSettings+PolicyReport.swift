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
            "  unit: \(book.metrics.unit(of: key).rawValue)", "  type: \(typeInWords(of: key))",
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

    /// What a series is judged as, and who says so.
    private func typeInWords(of key: SeriesKey) -> String {
        let metrics = policies.book.metrics
        let judged = metrics.type(of: key) == .counter ? "counter, judged by its rate per second" : "gauge"
        if metrics.assignedType(of: key) != nil { return "\(judged) (by metrics.types)" }
        return metrics.type(of: key) == nil
            ? "gauge, unless its values are found to be those of a counter" : "\(judged) (by its name)"
    }
}
