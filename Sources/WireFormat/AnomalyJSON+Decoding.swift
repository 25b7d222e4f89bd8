internal import Samples

extension AnomalyJSON {
    /// Reads the event of an anomaly, the inverse of ``encode(_:source:service:)``.
    ///
    /// Refused are bytes that are not such an event (`malformed`, `truncated`), and types and words that a later
    /// version may have brought (`unknown_format`). Members that are not known are passed over.
    public static func decode(_ bytes: UnsafeRawBufferPointer) -> Result<AnomalyEvent, Refusal> {
        Result { () throws(Refusal) in
            try JSONParser().withDocument(bytes, "body") { root throws(Refusal) in try event(root) }
        }
    }

    private static func event(_ root: JSONValue) throws(Refusal) -> AnomalyEvent {
        guard root.members != nil else { throw root.unfit("The body", wanted: "an object") }
        let version = try root.requiredText("specversion")
        guard version == "1.0" else {
            throw Refusal(.unknownFormat, "The CloudEvents version is \(version.quoted), not 1.0.")
        }
        let type = try root.requiredText("type")
        guard type.hasPrefix(typePrefix), type.hasSuffix(typeSuffix) else {
            throw Refusal(.unknownFormat, "The event type \(type.quoted) is not that of an anomaly in version 1.")
        }
        let data = try root.required("data")
        guard data.members != nil else { throw data.unfit("“data”", wanted: "an object") }
        return AnomalyEvent(
            anomaly: try anomaly(data), source: try root.requiredText("source"),
            service: try data.optionalText("service"))
    }

    private static func anomaly(_ data: JSONValue) throws(Refusal) -> Anomaly {
        guard let series = try data.optionalSeries("series") else {
            throw Refusal(.malformed, "“series” is missing.")
        }
        let reason: Anomaly.CloseReason? =
            data.member("close_reason") == nil ? nil : try data.requiredWord("close_reason")
        // Those of the first versions do not say it.
        let kind: Anomaly.Kind = data.member("kind") == nil ? .value : try data.requiredWord("kind")
        return Anomaly(
            id: try data.requiredText("id"), kind: kind, revision: try data.requiredInteger("revision"),
            phase: try data.requiredWord("phase"), series: series, severity: try data.requiredWord("severity"),
            onset: try data.requiredTime("onset"), time: try data.requiredTime("time"),
            value: try data.requiredNumber("value"), expected: try data.requiredNumber("expected"),
            lower: try data.requiredNumber("lower"), upper: try data.requiredNumber("upper"),
            score: try data.requiredNumber("score"), peakScore: try data.requiredNumber("peak_score"),
            terms: try data.list("terms", term), samplesSeen: try data.requiredInteger("samples_seen"),
            confidence: try data.requiredNumber("confidence"), configVersion: try data.requiredText("config_version"),
            closeReason: reason, shift: try data.member("shift").map(shift),
            flaps: data.member("flaps") == nil ? 0 : try data.requiredInteger("flaps"),
            changes: try data.list("changes", text),
            suspects: try data.list("suspects", suspect))
    }

    private static func shift(_ shift: JSONValue) throws(Refusal) -> LevelChange {
        LevelChange(before: try shift.requiredNumber("before"), after: try shift.requiredNumber("after"))
    }

    private static func text(_ text: JSONValue) throws(Refusal) -> String {
        guard let text = text.string else { throw text.unfit("A change", wanted: "a text") }
        return text
    }

    private static func term(_ term: JSONValue) throws(Refusal) -> Anomaly.Term {
        Anomaly.Term(
            baseline: try term.requiredText("baseline"), expected: try term.requiredNumber("expected"),
            scale: try term.requiredNumber("scale"), residual: try term.requiredNumber("residual"),
            pValue: try term.requiredNumber("p_value"))
    }

    private static func suspect(_ suspect: JSONValue) throws(Refusal) -> Suspect {
        Suspect(
            service: try suspect.optionalText("service"), series: try suspect.optionalSeries("series"),
            change: try suspect.optionalText("change"), score: try suspect.requiredNumber("score"),
            evidence: try suspect.list("evidence", evidence))
    }

    private static func evidence(_ evidence: JSONValue) throws(Refusal) -> Evidence {
        Evidence(
            try evidence.requiredWord("kind"), try evidence.requiredNumber("value"), try evidence.requiredText("text"))
    }
}
