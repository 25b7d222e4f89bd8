import Samples

/// An anomaly as a few lines for people.
struct AnomalyPrinter {
    let hasColours: Bool

    func text(of anomaly: Anomaly) -> String {
        let head =
            [
                time(anomaly.time), phase(anomaly), "\(anomaly.series)",
                "score \(Self.number(anomaly.score))",
                numbers(of: anomaly), "id \(anomaly.id)",
            ] + remarks(of: anomaly)
        let suspects = anomaly.suspects.enumerated().map { rank, suspect in
            "    \(rank + 1). \(name(of: suspect))  \(Self.number(suspect.score))  "
                + suspect.evidence.map(\.text).joined(separator: "; ")
        }
        let none = anomaly.phase == .opened && suspects.isEmpty ? ["    no suspect stands out"] : []
        let shown = anomaly.phase == .closed ? [] : suspects + none
        return ([head.joined(separator: "  ")] + shown).joined(separator: "\n")
    }

    private func numbers(of anomaly: Anomaly) -> String {
        let value = Self.number(anomaly.value)
        let expected = Self.number(anomaly.expected)
        let (lower, upper) = (Self.number(anomaly.lower), Self.number(anomaly.upper))
        return switch anomaly.kind {
        case .value: "value \(value), expected \(expected) (\(lower) … \(upper))"
        case .rate: "rate \(value) per second, expected \(expected) (\(lower) … \(upper))"
        case .silence: "silent for \(value) s, expected a sample every \(expected) s (\(upper) s at most)"
        }
    }

    private func remarks(of anomaly: Anomaly) -> [String] {
        let shift = anomaly.shift.map { "level \(Self.number($0.before)) to \(Self.number($0.after))" }
        let flaps = anomaly.flaps > 0 ? "flapping, \(anomaly.flaps) times" : nil
        let changes = anomaly.changes.isEmpty ? nil : "after \(anomaly.changes.joined(separator: ", "))"
        return [shift, flaps, changes].compactMap { $0 }
    }

    private func phase(_ anomaly: Anomaly) -> String {
        let word =
            switch anomaly.phase {
            case .opened: "OPENED"
            case .updated: "UPDATED"
            case .closed: "CLOSED (\(duration(anomaly)), \(anomaly.closeReason?.rawValue ?? "closed"))"
            }
        let text = "\(word) \(anomaly.severity.rawValue)"
        guard hasColours else { return text }
        let colour =
            switch (anomaly.phase, anomaly.severity) {
            case (.closed, _): 32
            case (_, .critical): 31
            case (_, .warning): 33
            case (_, .info): 36
            }
        return "\u{1B}[\(colour)m\(text)\u{1B}[0m"
    }

    private func name(of suspect: Suspect) -> String {
        let parts = [suspect.service, suspect.series?.description, suspect.change.map { "change \($0)" }]
        return parts.compactMap { $0 }.joined(separator: "  ")
    }

    private func duration(_ anomaly: Anomaly) -> String {
        let seconds = Int((anomaly.time - anomaly.onset).inSeconds)
        return seconds < 120 ? "\(seconds) s" : seconds < 7200 ? "\(seconds / 60) min" : "\(seconds / 3600) h"
    }

    private func time(_ time: EventTime) -> String {
        EventTime(milliseconds: time.milliseconds / 1000 * 1000).description
    }

    /// Four significant digits, without an exponent where one can do without.
    static func number(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
        var scale = 1.0
        while abs(value) * scale < 1000, scale < 1e9 { scale *= 10 }
        let rounded = (value * scale).rounded() / scale
        return abs(rounded) < 1e15 && rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
    }
}
