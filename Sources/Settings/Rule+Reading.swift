import Samples
import Yams

extension PolicyBook.Rule {
    /// The keys of a rule.
    static let fields: [Field<PolicyBook.Rule>] =
        [
            Field("name", \.name, .name("a name that no other rule has"), .live, "For people and reports. Required."),
            Field(
                "match.name", \.match.name, .name("a pattern for metric names, such as \"host_cpu_*\""), .live,
                "Pattern for the metric's name: `*` is any run of characters, `?` any one."),
            Field(
                "match.labels", \.match.labels, .labelPatterns, .live,
                "Patterns by label name, all of which must match; a label that a series lacks counts as the empty text."
            ),
            Field(
                "match.kind", \.match.kind, Form<MetricKind>.choice.optional, .live,
                "What the metric must be about, as its name, a label `kind` or `metrics.kinds` say."),
            Field(
                "match.unit", \.match.unit, Form<MetricUnit>.choice.optional, .live,
                "What the metric must be measured in, as its name, a label `unit` or `metrics.units` say."),
        ] + PolicyField.all.map(\.rule)

    /// Reads one rule; what is wrong with it goes to the findings.
    init(reading node: Node, at path: String, _ findings: inout Findings) {
        self.init(name: "", match: .all)
        findings.saw(path, at: node)
        let problemsBefore = findings.problems.count
        SectionReader(fields: Self.fields, shownPrefix: path + ".").read(node, into: &self, &findings)
        if name.isEmpty, findings.problems.count == problemsBefore {
            findings.note("\(path) has no name; a rule needs one for reports", key: path)
        } else if !name.isEmpty, !findings.claim(ruleName: name, at: node) {
            let taken = findings.ruleNames[name] ?? findings.file
            let sentence =
                "\(path).name is \(name.quotedIfNeeded), as the rule at \(taken) is; each needs a name of its own"
            findings.note(sentence, key: "\(path).name")
        }
        if let warningAt, let criticalAt { findings.checkOrder(warningAt, criticalAt, at: path) }
    }

    /// Everything that the rule says, on one line.
    var inWords: String {
        let silent = Self(name: "", match: .all)
        let parts = Self.fields.filter { !$0.isSame(self, silent) }.map { ($0.path, $0.text(self)) }
        return "{" + parts.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"
    }
}

extension Findings {
    /// A warning must not be graver than a critical anomaly.
    mutating func checkOrder(_ warningAt: Double, _ criticalAt: Double, at path: String) {
        guard warningAt > criticalAt else { return }
        let sentence = "\(path).warning_at is \(warningAt), above critical_at \(criticalAt); it must not be"
        note(sentence, key: "\(path).warning_at")
    }
}
