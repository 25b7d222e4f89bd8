import Foundation
import Samples
import Testing
import WireFormat

@testable import Topology

@Suite struct FeedbackFileTests {
    private static let now = EventTime(seconds: 1_767_225_600)

    private static func record(_ id: String, lasting seconds: Int64 = 60) -> FeedbackRecord {
        var record = FeedbackRecord(
            Feedback(id: id, .judge(.expected, .anomaly("a")), by: "ann", at: now))
        record.series = SeriesKey("cpu", ["host": "a"])
        record.rule = FeedbackRule(
            id: id, verdict: .expected, scope: .series(SeriesKey("cpu", ["host": "a"])), covered: Departure(above: 2),
            hours: CivilHours(hours: "08:00-09:00"), author: "ann", created: now, expiry: now + .seconds(seconds))
        return record
    }

    /// Works on a file in a folder that is gone afterwards.
    private func withFile(_ body: (FeedbackFile) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "andon-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let result = Result { try body(FeedbackFile(path: folder.appending(path: "feedback.jsonl").path)) }
        try FileManager.default.removeItem(at: folder)
        try result.get()
    }

    @Test func aFileThatIsNotThereHasNoRules() throws {
        try withFile { file in
            let content = file.read(at: Self.now)
            #expect(content.rules.isEmpty && content.problems.isEmpty)
        }
    }

    @Test func whatWasKeptHoldsAgain() throws {
        try withFile { file in
            for record in [Self.record("a"), Self.record("b"), Self.record("short", lasting: 1)] {
                try file.append(FeedbackRecordJSON.encode(record))
            }
            var revoked = FeedbackRecord(Feedback(.revoke(rule: "a"), by: "bob", at: Self.now))
            revoked.withdrawn = ["a"]
            try file.append(FeedbackRecordJSON.encode(revoked))
            let content = file.read(at: Self.now + .seconds(1))
            #expect(content.problems.isEmpty)
            #expect(content.rules.all == [Self.record("b").rule].compactMap(\.self))
        }
    }

    @Test func aLineThatWasNotWrittenToItsEndCostsNoOther() throws {
        try withFile { file in
            try file.append(FeedbackRecordJSON.encode(Self.record("a")))
            let whole = try Data(contentsOf: URL(filePath: file.path))
            try (whole + whole.prefix(20)).write(to: URL(filePath: file.path))
            try file.append(FeedbackRecordJSON.encode(Self.record("b")))
            let content = file.read(at: Self.now)
            #expect(content.rules.all.map(\.id) == ["a", "b"])
            #expect(content.problems.count == 1 && content.problems[0].contains("record 2"))
        }
    }

    @Test func aFileThatCannotBeReadIsSaid() throws {
        try withFile { file in
            try FileManager.default.createDirectory(atPath: file.path, withIntermediateDirectories: true)
            #expect(file.read(at: Self.now).problems.count == 1)
            #expect(throws: (any Error).self) { try file.append(FeedbackRecordJSON.encode(Self.record("a"))) }
        }
    }
}
