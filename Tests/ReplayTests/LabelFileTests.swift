import Evaluation
import Foundation
import Samples
import Testing

@testable import Replay

@Suite struct LabelFileTests {
    private func labels(_ json: String) throws -> LabelFile {
        let folder = try TemporaryFolder()
        defer { do { try folder.remove() } catch { Issue.record(error) } }
        return try LabelFile(path: folder.write("labels.json", json))
    }

    private static let first = LabelWindow(start: EventTime(seconds: 0), end: EventTime(seconds: 60))

    @Test(arguments: [
        #"{"a/b.csv": [["1970-01-01 00:00:00.000000", "1970-01-01 00:01:00"]]}"#,
        #"{"a/b.csv": [[0, 60]]}"#,
        #"{"a/b.csv": {"evaluate_from": "x", "windows": [{"start": "1970-01-01", "end": "1970-01-01T00:01Z", "why": 1}]}}"#,
    ])
    func readsEveryForm(json: String) throws {
        #expect(try labels(json).windows == ["a/b.csv": [Self.first]])
    }

    @Test func windowsAreSorted() throws {
        let found = try labels(#"{"a": [[100, 200], [0, 60]], "b": []}"#)
        #expect(found.windows["a"]?.map(\.start.milliseconds) == [0, 100_000])
        #expect(found.windows["b"] == [])
    }

    @Test func aPathIsFoundByItsEnd() throws {
        let found = try labels(#"{"b.csv": [], "a/b.csv": [[0, 60]]}"#)
        #expect(found.windows(of: "a/b.csv") == [Self.first])
        #expect(found.windows(of: "x/a/b.csv") == [Self.first])
        #expect(found.windows(of: "c/b.csv") == [])
        #expect(found.windows(of: "xb.csv") == nil)
        #expect(found.unused(by: ["c/b.csv"]) == ["a/b.csv"])
    }

    @Test(arguments: [
        "", "[]", #"{"a": 1}"#, #"{"a": [["x", "y"]]}"#, #"{"a": [[60, 0]]}"#, #"{"a": [[0]]}"#, #"{"a": [[0, 1e30]]}"#,
    ])
    func whatIsNoLabelsIsASentence(json: String) throws {
        #expect(throws: ReplayError.self) { try labels(json) }
    }

    @Test func aMissingFileIsSaid() {
        #expect(throws: ReplayError.self) { try LabelFile(path: "/nowhere/labels.json") }
    }
}
