public import Samples

/// Feedback with what came of it as JSON, the lines of the file that keeps it: the members of the message, and besides them
/// `resolved`.
public enum FeedbackRecordJSON {
    /// The record as one line of JSON.
    public static func encode(_ record: FeedbackRecord) -> [UInt8] {
        JSONWriter.document { writer in
            writer.object { writer in
                writer.members(of: record.feedback)
                writer.name("resolved")
                writer.object { $0.members(of: record) }
            }
        }
    }

    /// A rule alone, as it stands in a record.
    public static func encode(_ rule: FeedbackRule) -> [UInt8] {
        JSONWriter.document { $0.object(of: rule) }
    }

    /// Reads a record, or a feedback of which nothing came yet.
    ///
    /// Refused is what is not JSON or not of this shape. No time is refused: a file is read long after it was written.
    ///
    /// - Parameter arrival: The time of a feedback that carries none.
    public static func decode(_ line: UnsafeRawBufferPointer, arrival: EventTime) -> Result<FeedbackRecord, Refusal> {
        Result { () throws(Refusal) in
            try JSONParser().withDocument(line, "line") { root throws(Refusal) in
                var record = FeedbackRecord(try FeedbackJSON.feedback(root, arrival))
                if let resolved = root.member("resolved") { try read(resolved, into: &record) }
                return record
            }
        }
    }

    private static func read(_ resolved: JSONValue, into record: inout FeedbackRecord) throws(Refusal) {
        if let series = try resolved.optionalText("series") { record.series = try key(series) }
        if let rule = resolved.member("rule") { record.rule = try Self.rule(rule) }
        record.withdrawn = try resolved.list("withdrawn", text)
        record.accepted = try resolved.list("accepted", text)
        record.refusal = resolved.member("refused") == nil ? nil : try resolved.requiredWord("refused")
    }

    private static func rule(_ rule: JSONValue) throws(Refusal) -> FeedbackRule {
        let (hours, days) = (try rule.optionalText("hours"), try rule.optionalText("days"))
        let name = try rule.requiredText("series")
        guard let scope = SeriesScope(parsing: name) else {
            throw Refusal(.malformed, "“series” is \(name.quoted), which is no name of a series.")
        }
        return FeedbackRule(
            id: try rule.requiredText("id"), verdict: try rule.requiredWord("verdict"), scope: scope,
            kind: rule.member("kind") == nil ? nil : try rule.requiredWord("kind"),
            covered: Departure(above: try size(rule, "above"), below: try size(rule, "below")),
            hours: hours == nil && days == nil ? nil : CivilHours(hours: hours, days: days),
            author: try rule.requiredText("by"), created: try rule.requiredTime("created"),
            expiry: try rule.requiredTime("expiry"), anomaly: try rule.optionalText("anomaly"),
            note: try rule.optionalText("note"), exceptions: try rule.list("exceptions", series))
    }

    /// JSON has no infinity: any size is null.
    private static func size(_ rule: JSONValue, _ name: StaticString) throws(Refusal) -> Double {
        let size = try rule.requiredNumber(name)
        return size.isNaN ? .infinity : size
    }

    private static func text(_ value: JSONValue) throws(Refusal) -> String {
        guard let text = value.string else { throw value.unfit("An element", wanted: "a text") }
        return text
    }

    private static func series(_ value: JSONValue) throws(Refusal) -> SeriesKey { try key(text(value)) }

    private static func key(_ text: String) throws(Refusal) -> SeriesKey {
        guard let key = SeriesKey(parsing: text) else {
            throw Refusal(.malformed, "\(text.quoted) is no name of a series.")
        }
        return key
    }
}

extension JSONWriter {
    fileprivate mutating func members(of record: FeedbackRecord) {
        if let series = record.series { member("series", series.description) }
        if let rule = record.rule {
            name("rule")
            object(of: rule)
        }
        list("withdrawn", record.withdrawn)
        list("accepted", record.accepted)
        if let refusal = record.refusal { member("refused", refusal.rawValue) }
    }

    /// A rule.
    mutating func object(of rule: FeedbackRule) {
        object { writer in
            writer.member("id", rule.id)
            writer.member("verdict", rule.verdict.rawValue)
            writer.member("series", rule.scope.description)
            if let kind = rule.kind { writer.member("kind", kind.rawValue) }
            writer.member("above", rule.covered.above)
            writer.member("below", rule.covered.below)
            writer.members(of: rule.hours)
            writer.member("by", rule.author)
            writer.member("created", rule.created.description)
            writer.member("expiry", rule.expiry.description)
            if let anomaly = rule.anomaly { writer.member("anomaly", anomaly) }
            if let note = rule.note { writer.member("note", note) }
            writer.list("exceptions", rule.exceptions.map(\.description))
        }
    }

    /// A member that is a list of texts, left out where there are none.
    fileprivate mutating func list(_ name: String, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        self.name(name)
        array(texts) { $0.text($1) }
    }
}
