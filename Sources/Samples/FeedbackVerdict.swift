/// What an operator says of an anomaly. A closed set: it labels counters.
public enum FeedbackVerdict: String, CaseIterable, Sendable {
    /// It was right to tell it.
    case confirmed = "true"
    /// It was a false alarm: the like of it is not worth telling.
    case falseAlarm = "false"
    /// It is usual at these hours.
    case expected
    /// The level is here to stay.
    case newNormal = "new_normal"

    /// Reads the word of a message: `true`, `false`, `expected`, `new_normal` or `new-normal`.
    public init?(word: String) {
        self.init(rawValue: word == "new-normal" ? Self.newNormal.rawValue : word)
    }

    /// How much larger than the anomaly that was judged a deviation may be that a rule of this verdict still covers; `nil` where it
    /// becomes no rule.
    ///
    /// What comes again is never the same to the digit. What is expected is named with its hours, so that it may vary more.
    public var tolerance: Double? {
        switch self {
        case .falseAlarm: 1.25
        case .expected: 1.5
        case .confirmed, .newNormal: nil
        }
    }

    /// How long a rule of this verdict holds where nobody says until when: a month, and for what is expected a quarter.
    public var lifetime: Duration { .seconds((self == .expected ? 90 : 30) * 86_400) }
}
