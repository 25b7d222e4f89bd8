public import Samples

/// Anomalies as CloudEvents 1.0 in structured mode, the body of `anomaly.` messages.
///
/// - Reference: CloudEvents 1.0.2, "JSON Event Format".
public enum AnomalyJSON {
    /// The event of an anomaly.
    ///
    /// Its id is the anomaly's with the revision, so that the same message published again is recognised.
    ///
    /// - Parameters:
    ///   - anomaly: What is told. Numbers that are not finite become null, and NaN when they are read.
    ///   - source: Who tells it: `andon/<instance>`, a URI reference.
    ///   - service: The service of the series; `nil` where none is known.
    public static func encode(_ anomaly: Anomaly, source: String, service: String?) -> [UInt8] {
        JSONWriter.document { writer in
            writer.object { writer in
                writer.member("specversion", "1.0")
                writer.member("id", "\(anomaly.id)-\(anomaly.revision)")
                writer.member("source", source)
                writer.member("type", "\(typePrefix)\(anomaly.phase.rawValue)\(typeSuffix)")
                writer.member("time", anomaly.time.description)
                writer.member("subject", anomaly.series.description)
                writer.member("datacontenttype", ContentType.json.rawValue)
                writer.name("data")
                writer.object { $0.members(of: anomaly, service: service) }
            }
        }
    }

    static let typePrefix = "andon.anomaly."
    static let typeSuffix = ".v1"
}

extension JSONWriter {
    fileprivate mutating func members(of anomaly: Anomaly, service: String?) {
        member("id", anomaly.id)
        member("kind", anomaly.kind.rawValue)
        member("revision", anomaly.revision)
        member("phase", anomaly.phase.rawValue)
        name("series")
        object(naming: anomaly.series)
        if let service { member("service", service) }
        member("severity", anomaly.severity.rawValue)
        member("onset", anomaly.onset.description)
        member("time", anomaly.time.description)
        member("value", anomaly.value)
        member("expected", anomaly.expected)
        member("lower", anomaly.lower)
        member("upper", anomaly.upper)
        member("score", anomaly.score)
        member("peak_score", anomaly.peakScore)
        member("confidence", anomaly.confidence)
        member("samples_seen", anomaly.samplesSeen)
        member("config_version", anomaly.configVersion)
        if let reason = anomaly.closeReason { member("close_reason", reason.rawValue) }
        if let shift = anomaly.shift {
            name("shift")
            object { writer in
                writer.member("before", shift.before)
                writer.member("after", shift.after)
            }
        }
        if anomaly.flaps > 0 { member("flaps", anomaly.flaps) }
        if !anomaly.changes.isEmpty {
            name("changes")
            array(anomaly.changes) { $0.text($1) }
        }
        name("terms")
        array(anomaly.terms) { $0.object(of: $1) }
        name("suspects")
        array(anomaly.suspects) { $0.object(of: $1) }
    }

    private mutating func object(of term: Anomaly.Term) {
        object { writer in
            writer.member("baseline", term.baseline)
            writer.member("expected", term.expected)
            writer.member("scale", term.scale)
            writer.member("residual", term.residual)
            writer.member("p_value", term.pValue)
        }
    }

    private mutating func object(of suspect: Suspect) {
        object { writer in
            writer.member("service", suspect.service)
            writer.name("series")
            if let series = suspect.series { writer.object(naming: series) } else { writer.null() }
            writer.member("change", suspect.change)
            writer.member("score", suspect.score)
            writer.name("evidence")
            writer.array(suspect.evidence) { writer, evidence in
                writer.object { writer in
                    writer.member("kind", evidence.kind.rawValue)
                    writer.member("value", evidence.value)
                    writer.member("text", evidence.text)
                }
            }
        }
    }
}
