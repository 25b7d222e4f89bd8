import Detection
import Evaluation
import Foundation
import Logging
import Metrics
import Recordings
import Samples
import Settings
import Testing

@testable import Replay

/// The same samples in the same order give the same, however they are cut and spread over shards and files.
@Suite(.timeLimit(.minutes(3))) struct ReplayInvarianceTests {
    private static let series = 8
    private static let minutes = 260

    /// What a replay tells, in all forms.
    private struct Told: Equatable {
        var files: [FileHistory]
        var budgets: [BudgetAccount] = []
        var anomalies: String
        var scores: [[String]]
        var remarks: [String] = []

        /// True where all is the same but numbers in files of scores, which may differ by a millionth.
        func isSame(as other: Told) -> Bool {
            var (a, b) = (self, other)
            (a.scores, b.scores) = ([], [])
            // Of the kept rows the files of scores say the same, with more digits.
            for file in a.files.indices { (a.files[file].rows, b.files[file].rows) = (nil, nil) }
            return a == b && scores.count == other.scores.count
                && zip(scores, other.scores).allSatisfy {
                    $0.count == $1.count && zip($0, $1).allSatisfy(Self.isSameRow)
                }
        }

        private static func isSameRow(_ a: String, _ b: String) -> Bool {
            if a == b { return true }
            let (a, b) = (
                a.split(separator: ",", omittingEmptySubsequences: false),
                b.split(separator: ",", omittingEmptySubsequences: false)
            )
            return a.count == b.count
                && zip(a, b).allSatisfy { one, other in
                    guard one != other else { return true }
                    guard let one = Double(one), let other = Double(other) else { return false }
                    return abs(one - other) <= 1e-6 * max(1, abs(other))
                }
        }
    }

    private static func run(
        _ folder: TemporaryFolder, _ inputs: String, shards: Int = 1, capacity: Int = Recording.batchCapacity,
        budgets: [AlarmBudget] = []
    ) async throws -> Told {
        var settings = AndonSettings()
        settings.policies.book.budgets = budgets
        var options = ReplayOptions(
            files: try RecordingInputs(["\(folder.path)/\(inputs)"]).files, settings: settings)
        options.shards = shards
        options.batchCapacity = capacity
        options.rowsOf = Set(options.files.map(\.relativePath))
        options.anomaliesPath = folder.path + "/told.out"
        options.scoresDirectory = folder.path + "/scores"
        let remarks = Remarks()
        let outcome = try await ReplayRun.run(
            options, progress: ReplayProgress(total: nil), factory: NOOPMetricsHandler.instance,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, notice: remarks.take)
        let scores = try options.files.map { try folder.lines("scores/\($0.relativePath)") }
        return Told(
            files: outcome.files, budgets: outcome.budgets, anomalies: try folder.read("told.out"), scores: scores,
            remarks: remarks.all)
    }

    private static func values() -> [[Double]] {
        (0..<series).map { History.values(minutes, seed: UInt64($0), strange: 150 + 5 * $0..<170 + 5 * $0) }
    }

    /// A file for each series, with a gap, a duplicate, a step back and a row without a value.
    private static func writeFiles(_ folder: TemporaryFolder) throws {
        for (number, values) in values().enumerated() {
            var lines = History.csv(values).split(separator: "\n").map(String.init)
            lines.removeSubrange(40..<(40 + number))
            lines.insert(lines[60], at: 61)
            lines.insert("\(History.time(3)),5", at: 80)
            lines.insert("\(History.time(95)),", at: 96)
            try folder.write("files/s\(number).csv", lines.joined(separator: "\n") + "\n")
        }
    }

    @Test func batchesAndShardsChangeNothing() async throws {
        let folder = try TemporaryFolder()
        try Self.writeFiles(folder)
        let whole = try await Self.run(folder, "files")
        // A gap of more than five intervals is a silence.
        #expect(whole.files.flatMap(\.series).map(\.anomalies.count) == [1, 1, 1, 1, 1, 2, 2, 2])
        for (capacity, shards) in [(1, 1), (7, 2), (100, 1), (100, 5), (1000, 3), (16_384, 12)] {
            let cut = try await Self.run(folder, "files", shards: shards, capacity: capacity)
            #expect(cut.isSame(as: whole), "\(capacity) samples a batch, \(shards) shards")
        }
        try folder.remove()
    }

    @Test func anAlarmBudgetIsKeptAlikeHoweverSeriesAreDealtToShards() async throws {
        let folder = try TemporaryFolder()
        for number in 0..<Self.series {
            // Each breaks four times, at other times than the others.
            var values = History.values(1400, seed: UInt64(number))
            for spike in 0..<4 { values[300 + 37 * number + 220 * spike] += Double(9 + 3 * spike) }
            try folder.write("files/s\(number).csv", History.csv(values))
        }
        let all = try await Self.run(folder, "files")
        let budgets = [
            AlarmBudget(name: "all", alarms: 1, every: .seconds(30 * 86_400), per: .series),
            AlarmBudget(name: "few", match: SeriesSelector(name: "s1"), alarms: 1, every: .seconds(86_400)),
        ]
        let kept = try await Self.run(folder, "files", budgets: budgets)
        let (before, after) = (Self.anomalies(all), Self.anomalies(kept))
        #expect(after > 5 && after < before, "\(after) of \(before)")
        #expect(kept.budgets.reduce(0) { $0 + $1.told } == after)
        #expect(kept.budgets.reduce(0) { $0 + $1.withheld } == before - after)
        // A row says what was told, and no more.
        #expect(kept.scores.joined().count { $0.hasSuffix(",1") } == after)
        for (capacity, shards) in [(7, 2), (1000, 5)] {
            let cut = try await Self.run(folder, "files", shards: shards, capacity: capacity, budgets: budgets)
            #expect(cut.isSame(as: kept), "\(capacity) samples a batch, \(shards) shards")
        }
        try folder.remove()
    }

    private static func anomalies(_ told: Told) -> Int {
        told.files.flatMap(\.series).reduce(0) { $0 + $1.anomalies.count }
    }

    /// As a daemon sees them, which gets one sample of each in turn; not one series behind the other.
    @Test func filesThatOverlapAreSeenBesideEachOther() async throws {
        let folder = try TemporaryFolder()
        let values = Self.values()
        var long = "timestamp,series,value\n"
        for minute in 0..<Self.minutes {
            for series in 0..<Self.series { long += "\(History.time(minute)),s\(series),\(values[series][minute])\n" }
        }
        try folder.write("long/all.csv", long)
        for series in 0..<Self.series { try folder.write("files/s\(series).csv", History.csv(values[series])) }
        let (one, many) = (try await Self.run(folder, "long"), try await Self.run(folder, "files", shards: 3))
        #expect(one.anomalies == many.anomalies)
        #expect(one.anomalies.contains("suspects\":[{"))
        // The rows of each file are those of its series in the long one.
        for series in 0..<Self.series {
            let own = one.scores[0].compactMap { row -> String? in
                let fields = row.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
                return fields[1] == "s\(series)" ? "\(fields[0]),\(fields[2])" : nil
            }
            #expect(Array(many.scores[series].dropFirst()) == own)
        }
        try folder.remove()
    }

    @Test func aFolderWhoseFirstFileIsTheNewestIsReplayedByTime() async throws {
        let folder = try TemporaryFolder()
        let values = History.values(300, strange: 200..<220)
        let table = { (rows: ArraySlice<Double>) in
            History.csv(Array(rows), from: rows.startIndex).replacing("timestamp,value", with: "timestamp,load")
        }
        try folder.write("days/a.csv", table(values[200...]))
        try folder.write("days/b.csv", table(values[..<100]))
        try folder.write("days/c.csv", table(values[100..<200]))
        let told = try await Self.run(folder, "days")
        #expect(told.files.map { $0.series.map(\.key.description) } == [["load"], ["load"], ["load"]])
        #expect(told.files.map { $0.series[0].anomalies.count } == [1, 0, 0])
        try folder.remove()
    }

    /// Each goes back to the beginning: the step is closed again and again, by samples and not by batches.
    @Test func seriesThatStandOneBehindTheOtherAreJudgedInTheirOrder() async throws {
        let folder = try TemporaryFolder()
        let count = 12_000
        var long = "timestamp,series,value\n"
        for series in 0..<3 {
            let values = History.values(count, seed: UInt64(series), strange: 6000..<6020)
            for (minute, value) in values.enumerated() {
                long += "\((History.start + Int64(minute) * 60)),s\(series),\(value)\n"
            }
        }
        try folder.write("in/long.csv", long)
        let whole = try await Self.run(folder, "in")
        #expect(whole.files[0].series.count == 3)
        #expect(
            whole.files[0].series.allSatisfy { series in
                series.anomalies.contains { $0.opened.milliseconds == (History.start + 6000 * 60) * 1000 }
            })
        #expect(whole.remarks.count == 1 && whole.remarks[0].hasPrefix("long.csv lies behind"))
        let cut = try await Self.run(folder, "in", shards: 2, capacity: 700)
        #expect(cut.isSame(as: whole))
        try folder.remove()
    }

    @Test func moreFilesThanCanBeOpenAreReadAllTheSame() async throws {
        let folder = try TemporaryFolder()
        let count = ReadingLimits.openFiles + 20
        for number in 0..<count {
            try folder.write("many/\(1000 + number).csv", History.csv(History.values(5, seed: UInt64(number))))
        }
        let told = try await Self.run(folder, "many", shards: 2)
        #expect(told.files.allSatisfy { $0.series.map(\.samples) == [5] })
        #expect(told.scores.allSatisfy { $0.count == 6 })
        #expect(told.remarks.count == 1 && told.remarks[0].contains("overlap"))
        try folder.remove()
    }
}
