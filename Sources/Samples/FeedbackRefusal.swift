/// Why feedback that could be read was not followed. A closed set: it labels counters.
public enum FeedbackRefusal: String, CaseIterable, Sendable {
    /// It names an anomaly that nobody remembers.
    case unknownAnomaly = "unknown_anomaly"
    /// It names a rule that does not hold.
    case unknownRule = "unknown_rule"
    /// It says that a level is normal where no anomaly is open.
    case nothingOpen = "nothing_open"
    /// There are as many rules as there may be.
    case ruleLimit = "rule_limit"

    /// What to do, for whoever sent it.
    public var advice: String {
        switch self {
        case .unknownAnomaly:
            "The anomaly was told too long ago, before the last start, or never: name its series, and a time after it began"
        case .unknownRule: "No rule has this id any more: GET /feedback lists those that hold"
        case .nothingOpen: "Only the level of an open anomaly can be accepted: this one is over"
        case .ruleLimit: "Revoke rules that are not needed, or let one with a pattern stand for many"
        }
    }
}
