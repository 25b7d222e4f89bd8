import Foundation
import Recordings
import Testing

@testable import Replay

@Suite struct OutputPathsTests {
    @Test func scoresNeverReplaceAnInput() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/x.csv", "timestamp,value\n")
        let files = try folder.files()
        #expect(throws: ReplayError.self) { try OutputPaths.check(files, scores: folder.path, anomalies: nil) }
        #expect(throws: ReplayError.self) {
            try OutputPaths.check(files, scores: nil, anomalies: folder.path + "/a/../a/x.csv")
        }
        #expect(throws: Never.self) {
            try OutputPaths.check(files, scores: folder.path + "/out", anomalies: folder.path + "/told")
        }
        try folder.remove()
    }

    @Test func twoInputsNeverShareAFileOfScores() {
        let files = [RecordingFile(path: "x.csv"), RecordingFile(path: "x.csv.gz")]
        #expect(throws: ReplayError.self) { try OutputPaths.check(files, scores: "out", anomalies: nil) }
    }
}
