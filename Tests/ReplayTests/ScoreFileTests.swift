import Testing

@testable import Replay

@Suite struct ScoreFileTests {
    @Test(arguments: [
        ("a/b.csv", "out/a/b.csv"), ("b.csv.gz", "out/b.csv"), ("x.json", "out/x.json.csv"), ("stdin", "out/stdin.csv"),
    ])
    func goesWhereTheInputLies(input: String, output: String) {
        #expect(ScoreFile.path(in: "out", for: input) == output)
    }

    @Test(arguments: [("plain", "plain"), ("a,b", "\"a,b\""), (#"c{d="e"}"#, #""c{d=""e""}""#)])
    func quotesWhereItHasTo(text: String, field: String) {
        #expect(ScoreFile.field(text) == Array(field.utf8))
    }

    @Test func saysWhatCannotBeWritten() {
        #expect(throws: ReplayError.self) { try ScoreFile(path: "/proc/nowhere/x.csv", namesSeries: false) }
    }
}
