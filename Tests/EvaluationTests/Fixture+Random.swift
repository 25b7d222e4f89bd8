import Evaluation
import Samples

extension Fixture {
    /// Files with all kinds of scores, steps and windows; at least one of them has a window.
    static func randomFiles(_ count: Int, using generator: inout SeededGenerator) -> [FileHistory] {
        var files: [FileHistory] = []
        repeat {
            files = (0..<count).map { randomFile("folder/\($0).csv", using: &generator) }
        } while !files.contains(where: { $0.windows?.isEmpty == false })
        return files
    }

    static func randomFile(_ path: String, using generator: inout SeededGenerator) -> FileHistory {
        let times = randomTimes(using: &generator)
        let levels = [3, 10, 1000].randomElement(using: &generator) ?? 10
        var rows = RowScores()
        for time in times {
            let score = Float(Int.random(in: 0...levels, using: &generator)) / Float(levels)
            let isMissing = Int.random(in: 0..<50, using: &generator) == 0
            let decision = Int.random(in: 0..<25, using: &generator) == 0
            rows.append(time: time, score: isMissing ? .nan : score, decision: decision)
        }
        let series = (0..<Int.random(in: 1...3, using: &generator)).map { number in
            randomSeries("series\(number)", times, using: &generator)
        }
        let windows = randomWindows(times, using: &generator)
        return FileHistory(path: path, series: series, windows: windows, rows: rows)
    }

    /// Minutes, with duplicates and gaps; milliseconds.
    private static func randomTimes(using generator: inout SeededGenerator) -> [Int64] {
        var time: Int64 = 1_767_225_600_000
        return (0..<Int.random(in: 20...160, using: &generator)).map { _ in
            defer {
                time += [0, 60_000, 60_000, 60_000, 60_000, 120_000, 600_000].randomElement(using: &generator) ?? 0
            }
            return time
        }
    }

    /// Up to three, from row to row, apart from each other and at least two rows wide; often none.
    private static func randomWindows(_ times: [Int64], using generator: inout SeededGenerator) -> [LabelWindow] {
        guard Int.random(in: 0..<4, using: &generator) > 0 else { return [] }
        let distinct = Set(times).sorted()
        var windows: [LabelWindow] = []
        var start = Int.random(in: 0...20, using: &generator)
        while start + 1 < distinct.count, windows.count < 3 {
            let end = min(start + Int.random(in: 1...20, using: &generator), distinct.count - 1)
            windows.append(
                LabelWindow(
                    start: EventTime(milliseconds: distinct[start]), end: EventTime(milliseconds: distinct[end])))
            start = end + Int.random(in: 1...40, using: &generator)
        }
        return windows
    }

    private static func randomSeries(
        _ name: String, _ times: [Int64], using generator: inout SeededGenerator
    ) -> SeriesHistory {
        let (first, last) = (times.first ?? 0, times.last ?? 0)
        let spans = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            let points = (0..<3).map { _ in Int64.random(in: first...last, using: &generator) }.sorted()
            let isOpen = Int.random(in: 0..<5, using: &generator) == 0
            return AnomalySpan(
                id: "\(points[0])", onset: EventTime(milliseconds: points[0]),
                opened: EventTime(milliseconds: points[1]),
                closed: isOpen ? nil : EventTime(milliseconds: points[2]), closeReason: isOpen ? nil : .recovered,
                severity: .warning, peakScore: 0.5)
        }
        return SeriesHistory(
            key: SeriesKey(name), first: EventTime(milliseconds: first), last: EventTime(milliseconds: last),
            samples: times.count, anomalies: spans.sorted { $0.opened < $1.opened })
    }
}
