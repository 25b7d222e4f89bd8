import Foundation
import Testing

@testable import Recordings

@Suite struct ByteSourceTests {
    @Test func givesAFileInPieces() throws {
        let file = try TemporaryFile(String(repeating: "x", count: ByteSource.chunkBytes + 10))
        var source = try ByteSource(path: file.path)
        let counts = [try source.next()?.count, try source.next()?.count, try source.next()?.count]
        #expect(counts == [ByteSource.chunkBytes, 10, nil])
    }

    @Test func givesWhatAPipeHoldsWithoutWaitingForMore() throws {
        let pipe = Pipe()
        pipe.fileHandleForWriting.write(Data("abc".utf8))
        var source = ByteSource(name: "pipe", borrowed: pipe.fileHandleForReading.fileDescriptor)
        let first = try source.next()
        #expect(first.map { String(decoding: $0, as: UTF8.self) } == "abc")
        try pipe.fileHandleForWriting.close()
        let afterwards = try source.next()
        #expect(afterwards == nil)
    }

    @Test func anAbsentFileIsAnError() {
        #expect(throws: RecordingError.open(path: "/nowhere/at/all.csv", code: ENOENT)) {
            _ = try ByteSource(path: "/nowhere/at/all.csv")
        }
    }

    @Test func aDirectoryIsAnError() throws {
        let path = FileManager.default.temporaryDirectory.path
        var source = try ByteSource(path: path)
        do {
            _ = try source.next()
            Issue.record("A directory was read.")
        } catch {
            #expect(error == .read(path: path, code: EISDIR))
        }
    }
}
