import Foundation
import Testing

@testable import Recordings

@Suite struct RecordingErrorTests {
    @Test func saysWhatAndWhy() {
        #expect(
            RecordingError.open(path: "a.csv", code: ENOENT).description
                == "a.csv cannot be opened: No such file or directory.")
        #expect(RecordingError.read(path: "a", code: EIO).description == "a cannot be read on: Input/output error.")
    }

    @Test func knowsWhoCanMendIt() {
        #expect(RecordingError.open(path: "a", code: ENOENT).blame == .user)
        #expect(RecordingError.open(path: "a", code: EMFILE).blame == .environment)
        #expect(RecordingError.read(path: "a", code: EBADF).blame == .us)
        #expect(RecordingError.open(path: "a", code: EMFILE).isRetriable)
        #expect(!RecordingError.open(path: "a", code: ENOENT).isRetriable)
    }
}
