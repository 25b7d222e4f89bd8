import Foundation
import Testing

@testable import Recordings

@Suite struct RecordingErrorTests {
    @Test func saysWhatAndWhy() {
        #expect(
            RecordingError.open(path: "a.csv", code: ENOENT).description
                == "a.csv cannot be opened: No such file or directory.")
        #expect(RecordingError.read(path: "a", code: EIO).description == "a cannot be read on: Input/output error.")
        #expect(
            RecordingError.damaged(path: "a.gz", sentence: "The gzip ends in the middle").description
                == "a.gz cannot be read on: The gzip ends in the middle.")
        #expect(
            RecordingError.noRecording(path: "a", why: "it is prose").description == "a is no recording: it is prose.")
        #expect(
            RecordingError.samePlace(relativePath: "a.csv", first: "x/a.csv", second: "y/a.csv").description
                == "x/a.csv and y/a.csv would both be a.csv in what is written; name a folder around them.")
    }

    @Test func knowsWhoCanMendIt() {
        #expect(RecordingError.open(path: "a", code: ENOENT).blame == .user)
        #expect(RecordingError.open(path: "a", code: EMFILE).blame == .environment)
        #expect(RecordingError.read(path: "a", code: EBADF).blame == .us)
        #expect(RecordingError.noRecording(path: "a", why: "").blame == .user)
        #expect(RecordingError.open(path: "a", code: EMFILE).isRetriable)
        #expect(!RecordingError.damaged(path: "a", sentence: "").isRetriable)
        #expect(!RecordingError.open(path: "a", code: ENOENT).isRetriable)
    }
}
