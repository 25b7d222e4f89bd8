import Recordings
import Replay

/// What was odd about the files of a replay, for people: a line for each of the first files, then all of them together.
enum OddityText {
    /// So many files get a line of their own.
    private static let shownFiles = 20

    /// None where nothing is odd.
    static func lines(_ readings: [FileReading]) -> [String] {
        let odd = readings.filter { !$0.counts.isPlain }
        var lines = odd.prefix(shownFiles).map { "\($0.path): \(text($0.counts))" }
        if odd.count > shownFiles { lines.append("and \(odd.count - shownFiles) more files") }
        if odd.count > 1 {
            let all = odd.reduce(RecordingCounts()) { $0 + $1.counts }
            lines.append("all together: \(text(all))")
        }
        return lines
    }

    private static func text(_ counts: RecordingCounts) -> String {
        Oddity.allCases.compactMap { oddity -> String? in
            let found = counts[oddity]
            guard found.count > 0 else { return nil }
            let place = found.firstLine.map { found.count == 1 ? " (line \($0))" : " (first at line \($0))" } ?? ""
            return "\(found.count) \(name(oddity, found.count))\(place)"
        }.joined(separator: ", ")
    }

    private static func name(_ oddity: Oddity, _ count: Int) -> String {
        let isOne = count == 1
        return switch oddity {
        case .badLine: isOne ? "bad line left out" : "bad lines left out"
        case .empty: isOne ? "place without a value" : "places without a value"
        case .stale: isOne ? "stale marker" : "stale markers"
        case .duplicate: isOne ? "duplicate" : "duplicates"
        case .stepBack: isOne ? "step back in time" : "steps back in time"
        case .gap: isOne ? "gap" : "gaps"
        case .irregular: isOne ? "irregular step" : "irregular steps"
        }
    }
}
