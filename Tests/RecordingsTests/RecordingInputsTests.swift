import Foundation
import Samples
import Testing

@testable import Recordings

@Suite struct RecordingInputsTests {
    private static let table = "timestamp,value\n1,2\n"

    @Test func findsTheRecordingsOfAFolder() throws {
        let folder = try TemporaryFolder([
            "b/cpu.csv": Self.table, "a.csv": Self.table, "b/LICENSE": "The licence.\n",
            "labels.json": "{\"a.csv\":[]}",
            ".hidden.csv": Self.table, ".git/x.csv": Self.table, "b/deep/up.txt": "up 1 5\n", "empty.csv": "",
            "query.json": "{\"status\":\"success\"}",
        ])
        try folder.write(Gzip.pack(Array(Self.table.utf8)), to: "b/cpu2.csv.gz")
        let inputs = try RecordingInputs([folder.path])
        #expect(
            inputs.files.map(\.relativePath) == [
                "a.csv", "b/cpu.csv", "b/cpu2.csv.gz", "b/deep/up.txt", "empty.csv", "query.json",
            ])
        #expect(inputs.files.map(\.seriesName) == ["a", "b/cpu", "b/cpu2", "b/deep/up", "empty", "query"])
        #expect(inputs.files.map(\.format) == [.csv, .csv, .csv, .openmetrics, nil, .query])
        #expect(inputs.files[1].path == folder.path(of: "b/cpu.csv"))
        #expect(inputs.files[0].totalBytes == 20)
        #expect(inputs.skipped.map(\.path) == ["b/LICENSE", "labels.json"].map { folder.path(of: $0) })
        #expect(inputs.totalBytes == inputs.files.reduce(0) { $0 + ($1.totalBytes ?? 0) })
        #expect(try RecordingInputs([folder.path + "/"]).files.map(\.relativePath) == inputs.files.map(\.relativePath))
    }

    @Test func filesComeInTheOrderOfTheArguments() throws {
        let folder = try TemporaryFolder(["b/z.csv": Self.table, "b/y.csv": Self.table, "a.csv": Self.table])
        let inputs = try RecordingInputs([folder.path(of: "b"), "-", folder.path(of: "a.csv")])
        #expect(inputs.files.map(\.relativePath) == ["y.csv", "z.csv", "stdin", "a.csv"])
        #expect(inputs.totalBytes == nil)
        #expect(try RecordingInputs([]).files.isEmpty)
    }

    @Test func linksInACircleEnd() throws {
        let folder = try TemporaryFolder(["a/x.csv": Self.table, "b/y.csv": Self.table])
        try folder.link("a/up", to: folder.path)
        try folder.link("a/itself", to: "itself")
        try folder.link("b/a", to: folder.path(of: "a"))
        let inputs = try RecordingInputs([folder.path])
        #expect(inputs.files.map(\.relativePath) == ["a/x.csv", "b/y.csv"])
        #expect(inputs.skipped.map(\.path) == [folder.path(of: "a/itself")])
        #expect(inputs.skipped[0].sentence.contains("Too many levels of symbolic links"))
    }

    @Test func aLinkToAFileIsAFile() throws {
        let folder = try TemporaryFolder(["x.csv": Self.table, "sub/keep.csv": Self.table])
        try folder.link("sub/link.csv", to: folder.path(of: "x.csv"))
        try folder.link("sub/broken.csv", to: "nowhere")
        let inputs = try RecordingInputs([folder.path(of: "sub")])
        #expect(inputs.files.map(\.relativePath) == ["keep.csv", "link.csv"])
        #expect(inputs.skipped.map(\.path) == [folder.path(of: "sub/broken.csv")])
    }

    @Test func filesOfTheSamePlaceAreAnError() throws {
        let folder = try TemporaryFolder(["a/x.csv": Self.table, "b/x.csv": Self.table])
        let (first, second) = (folder.path(of: "a/x.csv"), folder.path(of: "b/x.csv"))
        #expect(throws: RecordingError.samePlace(relativePath: "x.csv", first: first, second: second)) {
            _ = try RecordingInputs([first, second])
        }
        #expect(throws: RecordingError.samePlace(relativePath: "stdin", first: "-", second: "-")) {
            _ = try RecordingInputs(["-", "-"])
        }
        #expect(try RecordingInputs([folder.path]).files.count == 2)
    }

    @Test func whatWasNamedMustBeARecording() throws {
        let folder = try TemporaryFolder(["prose/LICENSE": "The licence.\n", "empty": "", "x/.hidden.csv": Self.table])
        let path = folder.path(of: "prose/LICENSE")
        #expect(throws: RecordingError.noRecording(path: path, why: FormatDetection.unknown)) {
            _ = try RecordingInputs([path])
        }
        #expect(try RecordingInputs([path], format: .csv).files.count == 1)
        #expect(try RecordingInputs([folder.path(of: "empty")]).files.count == 1)
        #expect(try RecordingInputs([folder.path(of: "x/.hidden.csv")]).files.count == 1)
        for name in ["prose", "x"] {
            let path = folder.path(of: name)
            #expect(throws: RecordingError.noRecording(path: path, why: "none of the files in the folder is one")) {
                _ = try RecordingInputs([path])
            }
        }
        #expect(throws: RecordingError.open(path: "/nowhere/at/all", code: ENOENT)) {
            _ = try RecordingInputs(["/nowhere/at/all"])
        }
    }

    @Test func aDamagedGzipIsSkippedInAFolder() throws {
        let folder = try TemporaryFolder(["a.csv": Self.table])
        try folder.write([0x1F, 0x8B, 0xFF, 0xFF, 0xFF], to: "b.gz")
        let inputs = try RecordingInputs([folder.path])
        #expect(inputs.files.map(\.relativePath) == ["a.csv"])
        #expect(inputs.skipped.map(\.path) == [folder.path(of: "b.gz")])
    }
}
