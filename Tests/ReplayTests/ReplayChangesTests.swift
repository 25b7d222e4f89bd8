import Evaluation
import Foundation
import Logging
import Metrics
import Recordings
import Samples
import Settings
import Testing
import WireFormat

@testable import Replay

/// History with the changes that were announced in it.
@Suite(.timeLimit(.minutes(2))) struct ReplayChangesTests {
    private static func run(
        _ folder: TemporaryFolder, _ changes: [Change], from input: String = "in", shards: Int = 1,
        capacity: Int = Recording.batchCapacity
    ) async throws -> [String] {
        var options = ReplayOptions(
            files: try RecordingInputs(["\(folder.path)/\(input)"]).files, settings: AndonSettings())
        options.shards = shards
        options.batchCapacity = capacity
        options.changes = changes
        options.anomaliesPath = folder.path + "/told.out"
        _ = try await ReplayRun.run(
            options, progress: ReplayProgress(total: nil), factory: NOOPMetricsHandler.instance,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        return try folder.lines("told.out")
    }

    private static func anomalies(_ lines: [String]) throws -> [Anomaly] {
        try lines.map { try Array($0.utf8).withUnsafeBytes { AnomalyJSON.decode($0) }.get().anomaly }
    }

    private static func time(_ minute: Int64) -> EventTime { EventTime(seconds: History.start + minute * 60) }

    /// One for each series, in turn before, at and behind the time at which its level moves; one for a label of nobody, and one behind all.
    private static let changes =
        (0..<6).map { series in
            Change(
                id: "c\(series)", time: time(300 + Int64(series) - 2), what: "deployed", labels: ["host": "\(series)"])
        } + [
            Change(id: "nobody", time: time(300), what: "deployed", labels: ["host": "x"]),
            Change(id: "later", time: time(100_000), what: "deployed"),
        ]

    private static func values(_ series: Int) -> [Double] {
        History.values(420, seed: UInt64(series), strange: 300..<420)
    }

    @Test func batchesAndShardsChangeNothing() async throws {
        let folder = try TemporaryFolder()
        let values = (0..<6).map(Self.values)
        var text = "timestamp,series,value\n"
        for minute in 0..<420 {
            for series in 0..<6 {
                text += "\(History.time(minute)),\"load{host=\"\"\(series)\"\"}\",\(values[series][minute])\n"
            }
        }
        try folder.write("in/long.csv", text)
        let whole = try await Self.run(folder, Self.changes)
        let closed = try Self.anomalies(whole).filter { $0.phase == .closed && $0.closeReason == .levelShift }
        // The newest two or three are told behind the first sample of the new level: their leases do not hold for it.
        let tagged = Dictionary(grouping: closed) { $0.series.labels["host"] ?? "" }.mapValues { $0.flatMap(\.changes) }
        #expect(tagged["0"] == ["c0"] && tagged["1"] == ["c1"] && tagged["2"] == ["c2"])
        #expect(tagged["3"] == [] && tagged["5"] == [])
        #expect(closed.filter { !$0.changes.isEmpty }.allSatisfy { ($0.time - $0.onset).inSeconds < 700 })
        #expect(closed.filter(\.changes.isEmpty).allSatisfy { ($0.time - $0.onset).inSeconds >= 3600 })
        for (capacity, shards) in [(1, 1), (7, 2), (100, 5), (16_384, 12)] {
            let cut = try await Self.run(folder, Self.changes, shards: shards, capacity: capacity)
            #expect(cut == whole, "\(capacity) samples a batch, \(shards) shards")
        }
        try folder.remove()
    }

    /// As `andon tail --record` writes it, and as files of samples and changes.
    @Test func aRecordingWithItsChangesTellsTheSame() async throws {
        let folder = try TemporaryFolder()
        let values = Self.values(1)
        var (recording, csv) = ("", "timestamp,series,value\n")
        let change = Self.changes[1]
        for minute in 0..<420 {
            let at = Self.time(Int64(minute))
            if at == change.time {
                recording += #"{"change":"# + String(decoding: ChangeJSON.encode(change), as: UTF8.self) + "}\n"
            }
            recording +=
                #"{"series":[{"name":"load","labels":{"host":"1"}}],"ref":[0],"time":[\#(at.milliseconds)],"value":[\#(values[minute])]}"#
                + "\n"
            csv += "\(History.time(minute)),\"load{host=\"\"1\"\"}\",\(values[minute])\n"
        }
        try folder.write("recorded/in.jsonl", recording)
        try folder.write("files/in.csv", csv)
        let (recorded, filed) = (
            try await Self.run(folder, [], from: "recorded"), try await Self.run(folder, [change], from: "files")
        )
        #expect(try Self.anomalies(recorded) == Self.anomalies(filed))
        #expect(try Self.anomalies(filed).contains { $0.changes == ["c1"] })
        try folder.remove()
    }

    @Test func aFileIsReadInTheOrderOfTime() throws {
        let folder = try TemporaryFolder()
        let lines = Self.changes.reversed().map { String(decoding: ChangeJSON.encode($0), as: UTF8.self) }
        try folder.write("changes.jsonl", lines.joined(separator: "\n\n") + "\n")
        let changes = try ChangeFile(path: folder.path + "/changes.jsonl").changes
        #expect(changes.map(\.time) == changes.map(\.time).sorted() && changes.count == Self.changes.count)
        try folder.remove()
    }

    @Test(arguments: [
        ("", "there is no change in it."), ("{\"what\":\"x\"}\n", "line 1: “time” is missing."),
        ("\n{\"what\":\"x\",\"time\":1}\nno\n", "line 3: "),
    ])
    func aFileThatIsNoneIsRefusedWithItsLine(text: String, sentence: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("changes.jsonl", text)
        let path = folder.path + "/changes.jsonl"
        #expect {
            _ = try ChangeFile(path: path)
        } throws: { error in
            "\(error)".hasPrefix("\(path) cannot be used as changes: \(sentence)")
        }
        try folder.remove()
    }
}
