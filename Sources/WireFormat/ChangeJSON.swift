public import Samples

/// Changes as JSON, the body of `change.` messages and the lines of a changes file:
/// `{"id","time","service","what","until"?,"labels"?}`.
public enum ChangeJSON {
    /// How far ahead a change may be announced: a year. What lies beyond is a time in the wrong unit.
    public static let furthestAhead = Duration.seconds(366 * 86_400)
    /// Bytes that all texts of a change may have together: it is remembered, and told with each anomaly near it.
    public static let mostTextBytes = 4096

    /// Reads one change.
    ///
    /// Refused are bodies and texts that are too large, what is not JSON or not of this shape, and times beyond belief: more than
    /// ``furthestAhead`` in the future, or over for longer than `limits.past`. Unlike a sample a change may well lie in
    /// the future, for instance a maintenance that is announced.
    ///
    /// - Parameters:
    ///   - body: The last part of a message of two or three parts.
    ///   - limits: The limits for size and past.
    ///   - arrival: When the message came; the time of a change that carries none.
    public static func decode(
        _ body: UnsafeRawBufferPointer, limits: DecodingLimits, arrival: EventTime
    ) -> Result<Change, Refusal> {
        Result { () throws(Refusal) in
            guard body.count <= limits.maximumMessageBytes else {
                throw Refusal(
                    .oversized, "The body has \(body.count) bytes; \(limits.maximumMessageBytes) are allowed.")
            }
            let change = try change(body, arrival)
            let end = change.until ?? change.time
            guard end <= arrival + furthestAhead else {
                throw Refusal(.farFuture, "The change lies more than a year ahead, at \(end).")
            }
            guard end >= arrival - limits.past else { throw Refusal(.tooOld, "The change was over at \(end).") }
            return change
        }
    }

    /// Reads one change of a file: it must carry its time, which may be any.
    public static func decode(_ line: UnsafeRawBufferPointer) -> Result<Change, Refusal> {
        Result { () throws(Refusal) in try change(line, nil) }
    }

    /// The change as one line of JSON.
    public static func encode(_ change: Change) -> [UInt8] {
        JSONWriter.document { writer in
            writer.object { writer in
                writer.member("id", change.id)
                writer.member("time", change.time.description)
                writer.member("service", change.service)
                writer.member("what", change.what)
                if let until = change.until { writer.member("until", until.description) }
                if !change.labels.isEmpty {
                    writer.name("labels")
                    writer.object(labels: change.labels)
                }
            }
        }
    }

    /// - Parameter arrival: the time of one that carries none; `nil` where it must.
    private static func change(_ bytes: UnsafeRawBufferPointer, _ arrival: EventTime?) throws(Refusal) -> Change {
        let change = try JSONParser().withDocument(bytes, "body") { root throws(Refusal) in
            try Self.change(root, arrival)
        }
        guard change.textBytes <= mostTextBytes else {
            throw Refusal(
                .oversized, "The texts of the change have \(change.textBytes) bytes; \(mostTextBytes) are allowed.")
        }
        return change
    }

    private static func change(_ root: JSONValue, _ arrival: EventTime?) throws(Refusal) -> Change {
        guard root.members != nil else { throw root.unfit("The body", wanted: "an object") }
        guard let time = try root.optionalTime("time") ?? arrival else {
            throw Refusal(.malformed, "“time” is missing.")
        }
        var change = Change(
            id: "", time: time, until: try root.optionalTime("until"),
            service: try root.optionalText("service"), what: try root.requiredText("what"),
            labels: try root.optionalLabels("labels"))
        guard !change.what.isEmpty else { throw Refusal(.malformed, "“what” is empty.") }
        if let until = change.until, until < change.time {
            throw Refusal(.malformed, "“until” lies before “time”.")
        }
        let id = try root.optionalText("id") ?? ""
        change.id = id.isEmpty ? derivedID(of: change) : id
        return change
    }

    /// The same for the same content, so that a change told twice is one change: 16 hex digits.
    private static func derivedID(of change: Change) -> String {
        var hash = StableHash()
        hash.combine(change.time.milliseconds)
        hash.combine(change.service ?? "")
        hash.combine(change.what)
        for pair in change.labels.pairs {
            hash.combine(pair.name)
            hash.combine(pair.value)
        }
        return hash.hexDigits
    }
}

extension Change {
    /// Of id, service, description and labels.
    fileprivate var textBytes: Int {
        labels.pairs.reduce(id.utf8.count + (service ?? "").utf8.count + what.utf8.count) {
            $0 + $1.name.utf8.count + $1.value.utf8.count
        }
    }
}
