public import Samples

/// Feedback as JSON, the body of `feedback.` messages and the lines of a feedback file: a flat object of texts.
public enum FeedbackJSON {
    /// How far ahead a rule may end: ten years. What lies beyond is a time in the wrong unit.
    public static let furthestEnd = Duration.seconds(10 * 366 * 86_400)
    /// Bytes that a feedback may have: it is remembered, and shown.
    public static let mostBytes = 4096

    /// Reads one feedback.
    ///
    /// Refused are bodies that are too large, what is not JSON or not of this shape, verdicts that are not known, and times beyond
    /// belief: said further ahead or further back than `limits` allow, or ending before it was said.
    ///
    /// - Parameters:
    ///   - body: The last part of a message of two or three parts, or a line.
    ///   - limits: The limits for future and past.
    ///   - arrival: When the message came; the time of one that carries none.
    public static func decode(
        _ body: UnsafeRawBufferPointer, limits: DecodingLimits, arrival: EventTime
    ) -> Result<Feedback, Refusal> {
        Result { () throws(Refusal) in
            guard body.count <= mostBytes else {
                throw Refusal(.oversized, "The body has \(body.count) bytes; \(mostBytes) are allowed.")
            }
            let feedback = try JSONParser().withDocument(body, "body") { root throws(Refusal) in
                try Self.feedback(root, arrival)
            }
            guard feedback.time <= arrival + limits.future else {
                throw Refusal(.farFuture, "The feedback is from the future, \(feedback.time).")
            }
            guard feedback.time >= arrival - limits.past else {
                throw Refusal(.tooOld, "The feedback is of \(feedback.time).")
            }
            return feedback
        }
    }

    /// The feedback as one line of JSON.
    public static func encode(_ feedback: Feedback) -> [UInt8] {
        JSONWriter.document { writer in
            writer.object { $0.members(of: feedback) }
        }
    }

    /// A feedback from its members as texts, as a recording keeps them.
    public static func encode(members: Labels) -> [UInt8] {
        JSONWriter.document { writer in
            writer.object { writer in
                for pair in members.pairs { writer.member(pair.name, pair.value) }
            }
        }
    }

    /// Reads the members of a feedback.
    static func feedback(_ root: JSONValue, _ arrival: EventTime) throws(Refusal) -> Feedback {
        guard root.members != nil else { throw root.unfit("The body", wanted: "an object") }
        let time = try root.optionalTime("time") ?? arrival
        let until = try root.optionalTime("until")
        if let until, until <= time { throw Refusal(.malformed, "“until” does not lie behind “time”.") }
        if let until, until > time + furthestEnd {
            throw Refusal(.farFuture, "“until” lies more than ten years ahead, at \(until).")
        }
        let author = try root.requiredText("by")
        guard !author.isEmpty else { throw Refusal(.malformed, "“by” is empty: feedback has an author.") }
        return Feedback(
            id: try root.optionalText("id") ?? "", try action(root), by: author, at: time, until: until,
            hours: try hours(root), note: try root.optionalText("note"))
    }

    private static func action(_ root: JSONValue) throws(Refusal) -> Feedback.Action {
        let names = (
            anomaly: try root.optionalText("anomaly"), series: try root.optionalText("series"),
            rule: try root.optionalText("revoke")
        )
        if let rule = names.rule {
            guard root.member("verdict") == nil, names.anomaly == nil, names.series == nil else {
                throw Refusal(.malformed, "“revoke” withdraws a rule; it has no verdict, anomaly or series.")
            }
            return .revoke(rule: rule)
        }
        guard let verdict = FeedbackVerdict(word: try root.requiredText("verdict")) else {
            throw Refusal(.malformed, "“verdict” is none of true, false, expected and new_normal.")
        }
        switch (names.anomaly, names.series) {
        case (let id?, nil): return .judge(verdict, .anomaly(id))
        case (nil, let text?):
            guard let scope = SeriesScope(parsing: text) else {
                throw Refusal(.malformed, "“series” is \(text.quoted), which is no name of a series.")
            }
            return .judge(verdict, .series(scope))
        case (nil, nil), (_?, _?):
            throw Refusal(.malformed, "A verdict is about either an “anomaly” or a “series”.")
        }
    }

    private static func hours(_ root: JSONValue) throws(Refusal) -> CivilHours? {
        let (hours, days) = (try root.optionalText("hours"), try root.optionalText("days"))
        guard hours != nil || days != nil else { return nil }
        guard let both = CivilHours(hours: hours, days: days) else {
            throw Refusal(.malformed, "“hours” are such as 08:00-09:30, “days” such as mon-fri or sat,sun.")
        }
        return both
    }
}

extension JSONWriter {
    /// The members of a feedback; those that are left out are not written.
    mutating func members(of feedback: Feedback) {
        member("id", feedback.id)
        switch feedback.action {
        case .revoke(let rule): member("revoke", rule)
        case .judge(let verdict, let subject):
            member("verdict", verdict.rawValue)
            switch subject {
            case .anomaly(let id): member("anomaly", id)
            case .series(let scope): member("series", scope.description)
            }
        }
        member("by", feedback.author)
        member("time", feedback.time.description)
        if let until = feedback.until { member("until", until.description) }
        members(of: feedback.hours)
        if let note = feedback.note { member("note", note) }
    }

    /// Hours and days, where there are any.
    mutating func members(of hours: CivilHours?) {
        guard let hours else { return }
        member("hours", hours.hoursText)
        if let days = hours.daysText { member("days", days) }
    }
}
