/// What an operator says: a verdict on an anomaly or a series, or that a rule is to be withdrawn.
public struct Feedback: Equatable, Sendable {
    /// What is to be done.
    public enum Action: Equatable, Sendable {
        /// Learn a verdict.
        case judge(FeedbackVerdict, Subject)
        /// Withdraw the rule of this id.
        case revoke(rule: String)
    }

    /// What a verdict is about.
    public enum Subject: Equatable, Sendable {
        /// The anomaly of this id.
        case anomaly(String)
        /// Of an exact series the newest anomaly that began before ``Feedback/time``, where one is known; else all of the scope.
        case series(SeriesScope)
    }

    /// Names the message, and the rule that comes of it; the same for the same content.
    public var id: String
    /// What is to be done.
    public var action: Action
    /// Who says so.
    public var author: String
    /// When it was said.
    public var time: EventTime
    /// When the rule ends, or `nil` for ``FeedbackVerdict/lifetime``.
    public var until: EventTime?
    /// When the rule holds, or `nil` where the sender does not say.
    public var hours: CivilHours?
    /// Why, for people.
    public var note: String?

    /// Feedback with all its parts; an empty id is derived from them.
    public init(
        id: String = "", _ action: Action, by author: String, at time: EventTime, until: EventTime? = nil,
        hours: CivilHours? = nil, note: String? = nil
    ) {
        self.id = id
        self.action = action
        self.author = author
        self.time = time
        self.until = until
        self.hours = hours
        self.note = note
        if id.isEmpty { self.id = derivedID }
    }

    /// The verdict; `nil` where a rule is withdrawn.
    public var verdict: FeedbackVerdict? {
        if case .judge(let verdict, _) = action { verdict } else { nil }
    }

    /// 16 hex digits.
    private var derivedID: String {
        var hash = StableHash()
        switch action {
        case .judge(let verdict, .anomaly(let id)):
            for text in [verdict.rawValue, "anomaly", id] { hash.combine(text) }
        case .judge(let verdict, .series(let scope)):
            for text in [verdict.rawValue, "series", scope.description] { hash.combine(text) }
        case .revoke(let rule): for text in ["revoke", rule] { hash.combine(text) }
        }
        hash.combine(author)
        hash.combine(time.milliseconds)
        hash.combine(until?.milliseconds ?? 0)
        hash.combine(hours?.description ?? "")
        return hash.hexDigits
    }
}
