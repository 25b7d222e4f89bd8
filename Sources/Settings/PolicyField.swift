import Samples

/// A part of a policy, declared once for the standard policy and for the rules that refine it.
struct PolicyField: Sendable {
    /// Under `policies.standard`.
    let standard: Field<AndonSettings>
    /// In a rule.
    let rule: Field<PolicyBook.Rule>

    private init<Value>(
        _ name: String, _ policy: any WritableKeyPath<Policy, Value> & Sendable,
        _ part: any WritableKeyPath<PolicyBook.Rule, Value?> & Sendable, _ form: Form<Value>, _ about: String
    ) {
        standard = Field(
            "policies.standard.\(name)", form, .live, about,
            get: { $0.policies.book.standard[keyPath: policy] },
            set: { $0.policies.book.standard[keyPath: policy] = $1 })
        rule = Field(name, part, form.optional, .live, about)
    }

    /// All parts, in the order of the reference.
    static let all: [PolicyField] = [
        PolicyField(
            "enabled", \.enabled, \.enabled, .flag, "False silences the series: it is still learned, never alarmed."),
        PolicyField(
            "direction", \.direction, \.direction, .choice, "Which way a value must leave its band to count."),
        PolicyField(
            "minimum_deviation", \.minimumDeviation, \.minimumDeviation, .notNegative,
            "A smaller distance from what was expected never alarms; in the unit of the series."),
        PolicyField(
            "minimum_relative_deviation", \.minimumRelativeDeviation, \.minimumRelativeDeviation, .notNegative,
            "A distance smaller than this share of what was expected never alarms."),
        PolicyField(
            "false_alarm_every", \.falseAlarmEvery, \.falseAlarmEvery,
            .duration(.seconds(60) ... .seconds(36_500 * 86_400)),
            "The alarm budget: how far apart false alarms of one series may be on average. 1000h is one an hour for 1,000 series."
        ),
        PolicyField(
            "open_at", \.openAt, \.openAt, .number(2...38, or: "budget"),
            "How rare a sample must be that opens an anomaly, in powers of ten, instead of by the budget: 8 is a chance of 1e-8."
        ),
        PolicyField(
            "open_after", \.openAfter, \.openAfter, .whole(1...250),
            "Strange samples, one after the other, that open an anomaly at the earliest: 3 keeps bursts of two quiet."),
        PolicyField(
            "close_after", \.closeAfter, \.closeAfter, .whole(1...100_000),
            "Samples inside the band, one after the other, that close an anomaly."),
        PolicyField(
            "accept_after", \.acceptAfter, \.acceptAfter, .duration(.seconds(1) ... .seconds(36_500 * 86_400)),
            "An anomaly that lasts this long, and at least warm_up samples, is a level shift: it closes, and its level is the new normal."
        ),
        PolicyField(
            "flap_after", \.flapAfter, \.flapAfter, .whole(0...100),
            "So many anomalies of a series within flap_within are flapping: the last of them says so, and stays open over short "
                + "recoveries; 0 tells each alone."),
        PolicyField(
            "flap_within", \.flapWithin, \.flapWithin, .duration(.seconds(1) ... .seconds(30 * 86_400)),
            "A flapping anomaly closes when the series has been calm for so long, up to four times as long the more often it flapped."
        ),
        PolicyField(
            "silence", \.silence, \.silence, .silence(.seconds(1) ... .seconds(36_500 * 86_400)),
            "When a series that sends nothing while others do is an anomaly: never, after longer than its own pauses so far make "
                + "likely, or after so long."
        ),
        PolicyField(
            "gone_after", \.goneAfter, \.goneAfter, .duration(.seconds(1) ... .seconds(36_500 * 86_400)),
            "A silence that has been told for so long closes: the series is taken as gone."),
        PolicyField(
            "warning_at", \.warningAt, \.warningAt, .number(0...1),
            "Peak score from which an anomaly is a warning; below it is information."),
        PolicyField(
            "critical_at", \.criticalAt, \.criticalAt, .number(0...1),
            "Peak score from which an anomaly is critical; not below warning_at."),
    ]
}
