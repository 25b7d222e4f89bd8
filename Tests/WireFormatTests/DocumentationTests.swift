import Foundation
import Samples
import Testing
import WireFormat

/// What Sources/WireFormat/wire-format.md shows is what is taken and sent.
@Suite struct DocumentationTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The fenced blocks of the page whose opening line says so, for instance `json metric`.
    private func blocks(_ kind: String) throws -> [String] {
        let page = try String(
            contentsOf: Self.root.appending(path: "Sources/WireFormat/wire-format.md"), encoding: .utf8)
        return page.components(separatedBy: "\n```\(kind)\n").dropFirst().map {
            $0.components(separatedBy: "\n```").first ?? ""
        }
    }

    @Test func itsSamplesAreTaken() throws {
        let blocks = try blocks("json metric")
        #expect(blocks.count == 5)
        let door = Door()
        for block in blocks {
            let outcome = door.take(json: block)
            #expect(outcome.refusedMessage == nil && outcome.refusedSamples.isEmpty && outcome.accepted > 0, "\(block)")
        }
        #expect(door.series.keys == [SeriesKey("cpu", ["host": "a"]), SeriesKey("cpu", ["host": "b"])])
    }

    @Test func itsChangesAreTaken() throws {
        let blocks = try blocks("json change")
        #expect(blocks.count == 2)
        for block in blocks {
            let result = Array(block.utf8).withUnsafeBytes {
                ChangeJSON.decode($0, limits: DecodingLimits(), arrival: Door.arrival)
            }
            #expect(throws: Never.self) { try result.get() }
        }
    }

    @Test func itsFeedbackIsTaken() throws {
        let blocks = try blocks("json feedback")
        let feedback = try blocks.map { block in
            try Array(block.utf8).withUnsafeBytes {
                FeedbackJSON.decode($0, limits: DecodingLimits(), arrival: Door.arrival)
            }.get()
        }
        #expect(Set(feedback.map(\.verdict)) == Set(FeedbackVerdict.allCases.map(Optional.some) + [nil]))
    }

    @Test func itsAnomalyIsWrittenLikeThat() throws {
        let block = try #require(try blocks("json anomaly").first)
        let event = try Array(block.utf8).withUnsafeBytes { AnomalyJSON.decode($0) }.get()
        let written = AnomalyJSON.encode(event.anomaly, source: event.source, service: event.service)
        let shown = try JSONSerialization.jsonObject(with: Data(block.utf8)) as? NSDictionary
        let ours = try JSONSerialization.jsonObject(with: Data(written)) as? NSDictionary
        #expect(shown != nil && shown == ours)
    }

    @Test(arguments: ["header.proto", "metrics.proto"])
    func itsSchemaIsTheSchema(_ file: String) throws {
        let source = try String(
            contentsOf: Self.root.appending(path: "Sources/WireFormat/andon/v1/\(file)"), encoding: .utf8)
        let code = source.split(separator: "\n").filter {
            !$0.drop { $0 == " " }.hasPrefix("//") && !$0.hasPrefix("syntax") && !$0.hasPrefix("package")
        }
        let shown = try blocks("proto \(file)").joined().split(separator: "\n")
        #expect(shown == code)
    }

    @Test func itListsEveryReason() throws {
        let page = try String(
            contentsOf: Self.root.appending(path: "Sources/WireFormat/wire-format.md"), encoding: .utf8)
        for reason in RefusalReason.allCases {
            #expect(page.contains("\n| `\(reason.rawValue)` |"), "\(reason.rawValue) is not in the table")
        }
    }
}
