import Evaluation
import Replay
import Samples

/// What feedback would have made of history, in lines.
enum FeedbackText {
    /// So many anomalies of each kind get a line of their own.
    private static let shown = 20

    static func lines(_ effect: FeedbackEffect) -> [String] {
        let total = effect.removed.count + effect.kept.count
        var lines = [
            "Feedback: of \(total) anomalies it would have removed \(effect.removed.count) and kept \(effect.kept.count)"
        ]
        lines += effect.records.map { line($0, uses: effect.uses[$0.feedback.id] ?? 0) }
        let inWindows = effect.removedInWindows.count
        if inWindows > 0 {
            lines.append(
                "  Warning: \(inWindows) of the removed anomalies \(inWindows == 1 ? "lies" : "lie") in labelled windows, "
                    + "when something was wrong")
        }
        lines += list(
            "removed", effect.removed.map { (text($0.anomaly), $0.feedback.map { " by \($0)" } ?? " as a consequence") }
        )
        lines += list("kept", effect.kept.map { (text($0), "") })
        lines += list("appearing", effect.appearing.map { (text($0), "") })
        return lines
    }

    private static func line(_ record: FeedbackRecord, uses: Int) -> String {
        let feedback = record.feedback
        let head = "  \(feedback.id) \(feedback.verdict?.rawValue ?? "revoke") by \(feedback.author)"
        if let refusal = record.refusal { return "\(head): not followed (\(refusal.rawValue)). \(refusal.advice)" }
        var parts: [String] = []
        if let rule = record.rule { parts.append("\(rule.inWords), held back \(uses == 1 ? "once" : "\(uses) times")") }
        if !record.accepted.isEmpty { parts.append("accepted the level of \(record.accepted.joined(separator: ", "))") }
        if !record.withdrawn.isEmpty { parts.append("withdrew \(record.withdrawn.joined(separator: ", "))") }
        return "\(head): \(parts.isEmpty ? "nothing to do" : parts.joined(separator: "; "))"
    }

    private static func list(_ word: String, _ anomalies: [(text: String, note: String)]) -> [String] {
        var lines = anomalies.prefix(shown).map { "  \(word) \($0.text)\($0.note)" }
        if anomalies.count > shown { lines.append("  \(word) \(anomalies.count - shown) more") }
        return lines
    }

    private static func text(_ located: LocatedAnomaly) -> String {
        let isLabelled = located.isLabelled == true ? " (in a labelled window)" : ""
        return "\(located.span.id) \(located.span.opened) \(located.series)\(isLabelled)"
    }
}
