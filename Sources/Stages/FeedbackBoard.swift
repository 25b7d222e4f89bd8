import Detection
package import Samples

/// The rules that hold, and how often each held something back since the start; for those who ask.
package struct FeedbackBoard: Sendable {
    /// A rule with what it did.
    package struct Entry: Equatable, Sendable {
        /// The rule.
        package let rule: FeedbackRule
        /// Anomalies that it kept from being told since the start.
        package let heldBack: Int
        /// When it last did; `nil` where it did not yet.
        package let last: EventTime?
    }

    private var rules: FeedbackRules
    private var uses: [String: (count: Int, last: EventTime)] = [:]

    init(_ rules: FeedbackRules) {
        self.rules = rules
    }

    /// The rules that hold at a time, the newest first.
    package func entries(at time: EventTime) -> [Entry] {
        rules.all.reversed().filter { $0.expiry > time }.map {
            Entry(rule: $0, heldBack: uses[$0.id]?.count ?? 0, last: uses[$0.id]?.last)
        }
    }

    mutating func take(_ record: FeedbackRecord) {
        rules.removeExpired(at: record.feedback.time)
        rules.follow(record)
        uses = uses.filter { rules[$0.key] != nil }
    }

    mutating func take(_ held: HeldBack) {
        guard rules[held.rule] != nil else { return }
        uses[held.rule] = ((uses[held.rule]?.count ?? 0) + 1, held.anomaly.time)
    }
}
