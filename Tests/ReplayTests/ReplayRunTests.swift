import Evaluation
import Foundation
import Logging
import Metrics
import Recordings
import Samples
import Settings
import Testing

@testable import Replay

/// Files through all stages.
@Suite(.timeLimit(.minutes(2))) struct ReplayRunTests {
    private static func run(
        _ folder: TemporaryFolder, shards: Int = 1, _ adjust: (inout ReplayOptions) -> Void = { _ in }
    ) async throws -> ReplayOutcome {
        var options = ReplayOptions(files: try folder.files(), settings: AndonSettings())
        options.shards = shards
        adjust(&options)
        return try await ReplayRun.run(
            options, progress: ReplayProgress(total: nil), factory: NOOPMetricsHandler.instance,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    @Test func findsTheAnomalyOfAFile() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a/cpu.csv", History.csv(History.values(300, strange: 200..<220)))
        let outcome = try await Self.run(folder)
        #expect(outcome.isComplete && outcome.failures.isEmpty)
        let file = try #require(outcome.files.first)
        #expect(file.path == "a/cpu.csv")
        #expect(file.series.map(\.key) == [SeriesKey("a/cpu")])
        #expect(file.series[0].samples == 300)
        let span = try #require(file.series[0].anomalies.first)
        #expect(file.series[0].anomalies.count == 1)
        #expect(span.opened == EventTime(seconds: History.start + 200 * 60))
        #expect(span.closeReason == .recovered)
        try folder.remove()
    }

    @Test(arguments: [1, 3])
    func writesARowForEachRow(shards: Int) async throws {
        let folder = try TemporaryFolder()
        let values = History.values(300, strange: 200..<220)
        var lines = History.csv(values).split(separator: "\n").map(String.init)
        lines.insert(lines[100], at: 101)  // a duplicate
        lines.insert("\(History.time(0)),1e9", at: 151)  // a step back
        lines.insert("yesterday,1", at: 160)  // no row
        try folder.write("in/x/cpu.csv", lines.joined(separator: "\n") + "\n")
        try folder.write("in/wide.csv", "timestamp,a,b\n2026-01-01T00:00:00Z,1,2\n2026-01-01T00:01:00Z,,3\n")
        let outcome = try await Self.run(folder, shards: shards) { $0.scoresDirectory = folder.path + "/out" }
        #expect(outcome.readings.map(\.counts.badLines) == [0, 1])
        let scored = try folder.lines("out/in/x/cpu.csv")
        #expect(scored[0] == "timestamp,value,expected,lower,upper,anomaly_score,anomaly")
        let good = lines.dropFirst().filter { !$0.hasPrefix("yesterday") }
        #expect(scored.dropFirst().map { $0.split(separator: ",")[0] } == good.map { $0.split(separator: ",")[0] })
        let fields = scored.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(fields.allSatisfy { $0.count == 7 })
        #expect(fields.indices.filter { fields[$0][6] == "1" } == [202], "two rows were put in before")
        #expect(fields[150][1] == "1000000000" && fields[150][5] == "0")
        #expect(fields[0][2] == "" && fields[0][5] == "0")
        #expect(
            try folder.lines("out/in/wide.csv") == [
                "timestamp,series,value,expected,lower,upper,anomaly_score,anomaly",
                "2026-01-01T00:00:00Z,a,1,,,,0,0", "2026-01-01T00:00:00Z,b,2,,,,0,0",
                "2026-01-01T00:01:00Z,a,,,,,0,0", "2026-01-01T00:01:00Z,b,3,,,,0,0",
            ])
        try folder.remove()
    }

    /// A row is a row, with or without a value; only where nobody can read when it was, or of what, there is none.
    @Test func rowsWithoutAValueStayWhereTheyAre() async throws {
        let folder = try TemporaryFolder()
        try folder.write("single.csv", "timestamp,value\n1,5\n2,\n3,NaN\n4,x\nlater,6\n5\n5,7\n6,\n")
        try folder.write("long.csv", "timestamp,series,value\n1,a,5\n1,b,\n2,a,null\n2,b,6\n3,{,1\n3,a\n")
        let outcome = try await Self.run(folder) {
            $0.scoresDirectory = folder.path + "/out"
            $0.rowsOf = Set($0.files.map(\.relativePath))
        }
        #expect(
            try folder.lines("out/single.csv").dropFirst() == [
                "1,5,,,,0,0", "2,,,,,0,0", "3,,,,,0,0", "4,,,,,0,0", "5,,,,,0,0", "5,7,,,,0,0", "6,,,,,0,0",
            ])
        #expect(
            try folder.lines("out/long.csv").dropFirst() == [
                "1,a,5,,,,0,0", "1,b,,,,,0,0", "2,a,,,,,0,0", "2,b,6,,,,0,0",
            ])
        #expect(outcome.readings.map(\.counts.samples) == [2, 2])
        #expect(outcome.files.map { $0.rows?.count } == [2, 7], "the rows of the figures are those of the file")
        try folder.remove()
    }

    /// As live: a series that says that it ends is not silent.
    @Test(arguments: [true, false])
    func staleMarkersEndSeries(isSaid: Bool) async throws {
        let folder = try TemporaryFolder()
        var text = "timestamp,series,value\n"
        for minute in 0..<200 {
            text += "\(History.time(minute)),a,1\n"
            if minute < 100 { text += "\(History.time(minute)),b,1\n" }
            if isSaid, minute == 100 { text += "\(History.time(minute)),b,stale\n" }
        }
        try folder.write("long.csv", text)
        let outcome = try await Self.run(folder) { $0.scoresDirectory = folder.path + "/out" }
        let counts = outcome.readings[0].counts
        #expect(counts.samples == 300 && counts[.stale].count == (isSaid ? 1 : 0) && counts.badLines == 0)
        #expect(outcome.files[0].series.map(\.samples) == [200, 100])
        #expect(outcome.files[0].series.flatMap(\.anomalies).map(\.kind) == (isSaid ? [] : [.silence]))
        let rows = try folder.lines("out/long.csv")
        #expect(rows.count == text.split(separator: "\n").count)
        if isSaid { #expect(rows[202] == "\(History.time(100)),b,,,,,0,0") }
        try folder.remove()
    }

    /// The value of a row is what stands in it; what was expected is a rate.
    @Test func scoresOfACounterAreThoseOfItsRate() async throws {
        let folder = try TemporaryFolder()
        let gains = History.values(300, strange: 200..<220)
        let values = gains.indices.map { gains[...$0].reduce(0, +) }
        try folder.write("requests_total.csv", History.csv(values))
        let outcome = try await Self.run(folder) { $0.scoresDirectory = folder.path + "/out" }
        #expect(outcome.files[0].series[0].anomalies.map(\.kind) == [.rate])
        let rows = try folder.lines("out/requests_total.csv").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        }
        #expect(rows[150][1].map { $0 > 10_000 } ?? false)
        #expect(rows[150][2...4].allSatisfy { $0.map { (1..<3).contains($0) } ?? false })
        #expect(rows[200][6] == 1 && rows[0][2] == nil)
        try folder.remove()
    }

    @Test func whetherRowsAreWantedDecidesNothing() async throws {
        let folder = try TemporaryFolder()
        let first = History.csv(History.values(100)).replacing("timestamp,value", with: "timestamp,load")
        try folder.write("1.csv", first + "\(History.time(99)),\n")
        let second = History.csv(History.values(100, seed: 2), from: 100)
        try folder.write(
            "2.csv", second.replacing("timestamp,value\n", with: "timestamp,load\n\(History.time(99)),\n"))
        let plain = try await Self.run(folder)
        let scored = try await Self.run(folder) { $0.scoresDirectory = folder.path + "/out" }
        #expect(plain.files == scored.files)
        #expect(plain.files.map { $0.series.map(\.key.description) } == [["load"], ["load"]])
        try folder.remove()
    }

    @Test func keepsTheScoreOfEveryRowWhereAsked() async throws {
        let folder = try TemporaryFolder()
        try folder.write("cpu.csv", History.csv(History.values(300, strange: 200..<220)))
        let outcome = try await Self.run(folder) { $0.rowsOf = Set($0.files.map(\.relativePath)) }
        let rows = try #require(outcome.files[0].rows)
        #expect(rows.count == 300)
        #expect(rows.decisions.indices.filter { rows.decisions[$0] } == [200])
        #expect(rows.scores[200] > 0.8 && rows.scores[..<60].allSatisfy { $0 == 0 })
        try folder.remove()
    }

    @Test func whatALongTableSaysOfOneMomentIsOneRow() async throws {
        let folder = try TemporaryFolder()
        try folder.write("long.csv", "timestamp,series,value\n1,a,1\n1,b,2\n2,a,1\n2,b,2\n")
        try folder.write("grouped.csv", "timestamp,series,value\n1,e,1\n2,e,1\n1,f,2\n2,f,2\n")
        try folder.write("wide.csv", "timestamp,c,d\n1,1,2\n2,1,2\n")
        try folder.write("single.csv", "timestamp,value\n1,1\n1,1\n2,1\n")
        let outcome = try await Self.run(folder) { $0.rowsOf = Set($0.files.map(\.relativePath)) }
        #expect(outcome.files.map(\.path) == ["grouped.csv", "long.csv", "single.csv", "wide.csv"])
        #expect(
            outcome.files.map { $0.rows?.times } == [[1000, 2000], [1000, 2000], [1000, 1000, 2000], [1000, 2000]])
        try folder.remove()
    }

    @Test func shardsChangeNothing() async throws {
        let folder = try TemporaryFolder()
        var long = "timestamp,series,value\n"
        let all = (0..<12).map { History.values(260, seed: UInt64($0), strange: 150 + 5 * $0..<170 + 5 * $0) }
        for minute in 0..<260 {
            for series in 0..<12 {
                long += "\(History.time(minute)),\"s{id=\"\"\(series)\"\"}\",\(all[series][minute])\n"
            }
        }
        try folder.write("long.csv", long)
        let told: (Int) async throws -> (ReplayOutcome, String) = { shards in
            let outcome = try await Self.run(folder, shards: shards) {
                $0.rowsOf = Set($0.files.map(\.relativePath))
                $0.anomaliesPath = folder.path + "/told.out"
            }
            return (outcome, try folder.read("told.out"))
        }
        let (one, oneTold) = try await told(1)
        let (four, fourTold) = try await told(4)
        #expect(one.files == four.files)
        #expect(oneTold == fourTold)
        #expect(one.files[0].series.allSatisfy { $0.anomalies.count == 1 })
        try folder.remove()
    }

    /// A file for each day goes on; another machine's file with the same column is a series of its own.
    @Test func theSameNameInTwoFilesIsOneSeriesOnlyWhereItGoesOn() async throws {
        let folder = try TemporaryFolder()
        let wide = { (values: [Double], first: Int) in
            History.csv(values, from: first).replacing("timestamp,value", with: "timestamp,load")
        }
        try folder.write("day-1.csv", wide(History.values(100), 0))
        try folder.write("day-2.csv", wide(History.values(100, seed: 2), 100))
        try folder.write("other.csv", wide(History.values(100, seed: 3), 0))
        let outcome = try await Self.run(folder)
        #expect(
            outcome.files.map { $0.series.map(\.key.description) } == [
                ["load"], ["load"], ["load{file=\"other.csv\"}"],
            ])
        try folder.remove()
    }

    @Test func aFileThatCannotBeReadToItsEndIsToldAndTheOthersGoOn() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.csv", History.csv(History.values(100)))
        try folder.write("b.csv", History.csv(History.values(100)))
        let files = try folder.files()
        try FileManager.default.removeItem(atPath: folder.path + "/a.csv")
        let outcome = try await Self.run(folder) { $0.files = files }
        #expect(outcome.failures.map(\.path) == ["a.csv"])
        #expect(outcome.files.map { $0.series.count } == [0, 1])
        try folder.remove()
    }

    /// Files that were not begun are still among those of the outcome, and what is asked for of them is empty.
    @Test func aReplayThatIsCalledOffTellsWhatItHas() async throws {
        let folder = try TemporaryFolder()
        for number in 0..<20 { try folder.write("\(number).csv", History.csv(History.values(100))) }
        let outcome = try await withThrowingTaskGroup(of: ReplayOutcome.self) { group in
            group.addTask { try await Self.run(folder) { $0.rowsOf = Set($0.files.map(\.relativePath)) } }
            group.cancelAll()
            return try #require(try await group.next())
        }
        #expect(!outcome.isComplete)
        try folder.remove()
    }

    /// The rows of a series that is refused at the door do not keep those behind them waiting for ever.
    @Test func refusedSeriesHaveRowsWithoutScores() async throws {
        let folder = try TemporaryFolder()
        try folder.write("wide.csv", "timestamp,a,b\n1,1,2\n2,3,4\n")
        let outcome = try await Self.run(folder) {
            $0.settings.doors.limits.series = 1
            $0.scoresDirectory = folder.path + "/out"
        }
        #expect(outcome.isComplete)
        #expect(try folder.lines("out/wide.csv").count == 5)
        try folder.remove()
    }

    @Test func nothingIsNothing() async throws {
        let folder = try TemporaryFolder()
        try folder.write("empty.csv", "")
        try folder.write("head.csv", "timestamp,value\n")
        let outcome = try await Self.run(folder) { $0.scoresDirectory = folder.path + "/out" }
        #expect(outcome.isComplete)
        #expect(outcome.files.allSatisfy { $0.series.isEmpty })
        try folder.remove()
    }
}
