import Recordings
import Testing

@testable import Replay

@Suite struct ScoreFileTests {
    @Test(
        arguments: [
            ("a/b.csv", .csv, "out/a/b.csv"), ("b.csv.gz", .csv, "out/b.csv"), ("x.txt", .csv, "out/x.txt"),
            ("x", .csv, "out/x"), ("x.json", .export, "out/x.json.csv"), ("-", nil, "out/stdin.csv"),
            ("empty.txt", nil, "out/empty.txt"),
        ] as [(String, RecordingFormat?, String)])
    func goesWhereTheInputLies(input: String, format: RecordingFormat?, output: String) {
        #expect(ScoreFile.path(in: "out", for: RecordingFile(path: input, format: format)) == output)
    }

    @Test(arguments: [("plain", "plain"), ("a,b", "\"a,b\""), (#"c{d="e"}"#, #""c{d=""e""}""#)])
    func quotesWhereItHasTo(text: String, field: String) {
        #expect(ScoreFile.field(text) == Array(field.utf8))
    }

    @Test func saysWhatCannotBeWritten() {
        #expect(throws: ReplayError.self) { try ScoreFile(path: "/proc/nowhere/x.csv", namesSeries: false) }
    }
}
