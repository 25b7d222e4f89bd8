import Samples
import Yams

extension AlarmBudget {
    /// The keys of a budget.
    static let fields: [Field<AlarmBudget>] = [
        Field(
            "name", \.name, .name("a name that no other budget has"), .live,
            "For people, metrics and reports. Required."),
        Field(
            "match.name", \.match.name, .name("a pattern for metric names, such as \"host_cpu_*\""), .live,
            "Pattern for the metric's name: `*` is any run of characters, `?` any one."),
        Field(
            "match.labels", \.match.labels, .labelPatterns, .live,
            "Patterns by label name, all of which must match; a label that a series lacks counts as the empty text."),
        Field(
            "match.kind", \.match.kind, Form<MetricKind>.choice.optional, .live,
            "What the metric must be about, as its name, a label `kind` or `metrics.kinds` say."),
        Field(
            "match.unit", \.match.unit, Form<MetricUnit>.choice.optional, .live,
            "What the metric must be measured in, as its name, a label `unit` or `metrics.units` say."),
        Field("alarms", \.alarms, .whole(1...1_000_000), .live, "So many alarms, in `every`."),
        Field(
            "every", \.every, .duration(.seconds(60) ... .seconds(36_500 * 86_400)), .live,
            "The time that the alarms are for: 7d is a week."),
        Field(
            "per", \.per, .choice, .live, "Whether all series have the alarms together, or each series brings as many."),
    ]

    /// Reads one budget; what is wrong with it goes to the findings.
    init(reading node: Node, at path: String, _ findings: inout Findings) {
        self.init(name: "")
        findings.saw(path, at: node)
        let problemsBefore = findings.problems.count
        SectionReader(fields: Self.fields, shownPrefix: path + ".").read(node, into: &self, &findings)
        if name.isEmpty, findings.problems.count == problemsBefore {
            findings.note("\(path) has no name; a budget needs one for reports", key: path)
        }
    }

    /// Everything that the budget says, on one line.
    var inWords: String {
        let silent = Self(name: "")
        let parts = Self.fields.filter { ["alarms", "every"].contains($0.path) || !$0.isSame(self, silent) }
        return "{" + parts.map { "\($0.path): \($0.text(self))" }.joined(separator: ", ") + "}"
    }
}

extension Form where Value == [AlarmBudget] {
    /// Budgets, each with a name of its own.
    static let budgets: Form = {
        let allowed =
            "a list of at most 64 budgets, such as {name: web, match: {name: \"http_*\"}, alarms: 5, every: 7d}"
        return Form(
            allowed: allowed,
            read: { node, path, findings in
                guard case .sequence(let nodes) = node, nodes.count <= 64 else {
                    findings.refuse(node, at: path, mustBe: allowed)
                    return nil
                }
                let all = nodes.enumerated().map { index, node in
                    AlarmBudget(reading: node, at: "\(path)[\(index)]", &findings)
                }
                for (index, budget) in all.enumerated() where !budget.name.isEmpty {
                    guard let first = all.firstIndex(where: { $0.name == budget.name }), first < index else { continue }
                    findings.note(
                        "\(path)[\(index)].name is \(budget.name.quotedIfNeeded), as that of \(path)[\(first)] is; "
                            + "each needs a name of its own", key: "\(path)[\(index)].name")
                }
                return all
            }, text: { "[" + $0.map(\.inWords).joined(separator: ", ") + "]" })
    }()
}
