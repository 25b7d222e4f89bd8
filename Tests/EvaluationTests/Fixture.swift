import Evaluation
import Samples

/// What the tests share: small histories, with all times in seconds.
enum Fixture {
    static func time(_ seconds: Int64) -> EventTime { EventTime(seconds: seconds) }

    static func window(_ start: Int64, _ end: Int64) -> LabelWindow {
        LabelWindow(start: time(start), end: time(end))
    }

    /// An anomaly that opened with its first sample, unless said otherwise, and is open until something closes it.
    static func span(
        _ onset: Int64, opened: Int64? = nil, closed: Int64? = nil, reason: Anomaly.CloseReason = .recovered,
        severity: Severity = .warning
    ) -> AnomalySpan {
        AnomalySpan(
            id: "\(onset)", onset: time(onset), opened: time(opened ?? onset), closed: closed.map(time),
            closeReason: closed == nil ? nil : reason, severity: severity, peakScore: 0.5)
    }

    static func series(
        _ name: String = "cpu", from first: Int64 = 0, to last: Int64 = 86_400, _ spans: [AnomalySpan] = []
    ) -> SeriesHistory {
        SeriesHistory(key: SeriesKey(name), first: time(first), last: time(last), samples: 100, anomalies: spans)
    }

    static func series(_ spans: [AnomalySpan]) -> SeriesHistory { series("cpu", spans) }

    /// A row a minute from 0 on, with these scores, and a decision at the given rows.
    static func rows(_ scores: [Float], decided: Set<Int> = []) -> RowScores {
        var rows = RowScores()
        for (index, score) in scores.enumerated() {
            rows.append(time: Int64(index) * 60_000, score: score, decision: decided.contains(index))
        }
        return rows
    }

    /// Twenty silent rows but for these.
    static func twentyRows(_ scores: [Int: Float] = [:], decided: Set<Int> = []) -> RowScores {
        rows((0..<20).map { scores[$0] ?? 0 }, decided: decided)
    }

    /// A file with nothing but rows and the windows that cover the given rows of one minute each.
    static func file(_ path: String, _ windows: [ClosedRange<Int64>], _ rows: RowScores) -> FileHistory {
        FileHistory(
            path: path, series: [], windows: windows.map { window($0.lowerBound * 60, $0.upperBound * 60) },
            rows: rows)
    }

    static func file(_ windows: [ClosedRange<Int64>], _ rows: RowScores) -> FileHistory {
        file("a.csv", windows, rows)
    }
}
