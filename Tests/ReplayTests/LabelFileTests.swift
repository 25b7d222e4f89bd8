import Evaluation
import Foundation
import Recordings
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

    private func file(_ path: String, _ relativePath: String? = nil) -> RecordingFile {
        RecordingFile(path: path, relativePath: relativePath)
    }

    @Test(arguments: [
        #"{"a/b.csv": [["1970-01-01 00:00:00.000000", "1970-01-01 00:01:00"]]}"#,
        #"{"a/b.csv": [[0, 60]]}"#,
        #"{"a/b.csv": [["0", "60"]]}"#,
        #"{"a/b.csv": {"windows": [{"start": "1970-01-01", "end": "1970-01-01T00:01Z", "why": 1}]}}"#,
        #"{"windows": {"a/b.csv": [[0, 60]]}}"#,
    ])
    func readsEveryForm(json: String) throws {
        #expect(try labels(json).files == ["a/b.csv": FileLabels(windows: [Self.first])])
    }

    @Test(arguments: [
        #"{"evaluate_from": "1970-01-01 00:00:30", "windows": [{"start": 0, "end": 60}]}"#,
        #"{"evaluate_from": 30, "windows": {"a.csv": [[0, 60]]}}"#,
        #"{"evaluate_from": 99, "windows": {"a.csv": {"evaluate_from": "30", "windows": [[0, 60]]}}}"#,
        #"{"a.csv": {"evaluate_from": 30, "windows": [[0, 60]]}}"#,
    ])
    func whatCountsMayBeginLater(json: String) throws {
        let found = try labels(json)
        let expected = FileLabels(windows: [Self.first], evaluateFrom: EventTime(seconds: 30))
        #expect(found.labels(of: file("a.csv")) == expected)
        #expect(try found.unused(by: [file("a.csv")]) == [])
    }

    @Test func labelsThatNameNoFileGoWithOneInput() throws {
        let found = try labels(#"{"windows": [[0, 60]]}"#)
        #expect(found.labels(of: file("whatever.csv"))?.windows == [Self.first])
        #expect(throws: ReplayError.self) { try found.unused(by: [file("a.csv"), file("b.csv")]) }
    }

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: asd.path + "/server-1.windows.json"),
            "../shared/data/asd is not beside the package"))
    func readsTheLabelsOfAServer() throws {
        let found = try LabelFile(path: Self.asd.path + "/server-1.windows.json")
        let labels = try #require(found.labels(of: file(Self.asd.path + "/server-1.csv")))
        #expect(labels.evaluateFrom == EventTime(iso8601: "2020-02-05"))
        #expect(labels.windows.count > 2)
        #expect(labels.windows.first?.start == EventTime(iso8601: "2020-02-07 15:20:00"))
    }

    private static let asd = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data/asd")

    @Test func windowsAreSorted() throws {
        let found = try labels(#"{"a": [[100, 200], [0, 60]], "b": []}"#)
        #expect(found.files["a"]?.windows.map(\.start.milliseconds) == [0, 100_000])
        #expect(found.files["b"]?.windows == [])
    }

    @Test func aPathIsFoundByItsEnd() throws {
        let found = try labels(#"{"b.csv": [], "a/b.csv": [[0, 60]]}"#)
        #expect(found.labels(of: file("a/b.csv"))?.windows == [Self.first])
        #expect(found.labels(of: file("x/a/b.csv"))?.windows == [Self.first])
        #expect(found.labels(of: file("c/b.csv"))?.windows == [])
        #expect(found.labels(of: file("xb.csv")) == nil)
        #expect(try found.unused(by: [file("c/b.csv")]) == ["a/b.csv"])
    }

    /// A file outside this folder is called by its last part alone; the path as it was given says more.
    @Test func thePathAsItWasGivenCountsToo() throws {
        let found = try labels(#"{"a/b.csv": [[0, 60]]}"#)
        #expect(file("../x/a/b.csv").relativePath == "b.csv")
        #expect(found.labels(of: file("../x/a/b.csv"))?.windows == [Self.first])
        #expect(found.labels(of: file("/x/a/b.csv"))?.windows == [Self.first])
        #expect(found.labels(of: file("/x/ca/b.csv")) == nil, "only whole parts of a path fit")
        #expect(found.labels(of: file("/x/a", "b.csv")) == nil)
    }

    @Test func labelsThatFitNoInputAreAMistake() throws {
        let found = try labels(#"{"a.csv": [], "b.csv": []}"#)
        #expect(try found.unused(by: [file("b.csv")]) == ["a.csv"])
        let path = found.path
        #expect(
            throws: ReplayError.labels(
                path: path, sentence: "None of its paths is one of the inputs: it says “a.csv”, an input is “x/c.csv”.")
        ) { try found.unused(by: [file("x/c.csv")]) }
        #expect(try labels("{}").unused(by: [file("x/c.csv")]) == [])
    }

    @Test func whatIsNoJSONIsSaidWithItsPlace() throws {
        let error = #expect(throws: ReplayError.self) { try labels("{\n\"a\": [[0, 60],,]}") }
        guard case .labels(_, let sentence)? = error else { return }
        #expect(sentence.contains("line 2"), "\(sentence)")
    }

    @Test(arguments: [
        "", "[]", #"{"a": 1}"#, #"{"a": {}}"#, #"{"evaluate_from": "x", "windows": []}"#, #"{"windows": 3}"#,
        #"{"a": [["x", "y"]]}"#, #"{"a": [[60, 0]]}"#, #"{"a": [[0]]}"#, #"{"a": [[0, 1e30]]}"#,
    ])
    func whatIsNoLabelsIsASentence(json: String) throws {
        #expect(throws: ReplayError.self) { try labels(json) }
    }

    @Test func aMissingFileIsSaid() {
        #expect(throws: ReplayError.self) { try LabelFile(path: "/nowhere/labels.json") }
    }
}
