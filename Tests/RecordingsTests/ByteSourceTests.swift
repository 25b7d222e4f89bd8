import Foundation
import Testing

@testable import Recordings

@Suite struct ByteSourceTests {
    @Test func givesAFileInPieces() throws {
        let file = try TemporaryFile(String(repeating: "x", count: ByteSource.chunkBytes + 10))
        var source = try ByteSource(path: file.path)
        let total = source.totalBytes
        #expect(total == ByteSource.chunkBytes + 10)
        let first = try source.withNext(\.count)
        let readFirst = source.bytesRead
        #expect(first == ByteSource.chunkBytes && readFirst == ByteSource.chunkBytes)
        let (second, third) = (try source.withNext(\.count), try source.withNext(\.count))
        let readLast = source.bytesRead
        #expect(second == 10 && third == nil && readLast == total)
    }

    @Test func givesWhatAPipeHoldsWithoutWaitingForMore() throws {
        let pipe = Pipe()
        pipe.fileHandleForWriting.write(Data("abc".utf8))
        var source = ByteSource(name: "pipe", borrowed: pipe.fileHandleForReading.fileDescriptor)
        let first = try source.withNext(\.text)
        #expect(first == "abc")
        try pipe.fileHandleForWriting.close()
        let afterwards = try source.withNext(\.text)
        let total = source.totalBytes
        #expect(afterwards == nil && total == nil)
    }

    @Test func aNamedPipeIsNotWaitedFor() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "andon-\(UUID().uuidString)").path
        #expect(mkfifo(path, 0o600) == 0)
        var source = try ByteSource(path: path)
        let before = try source.withNext(\.count)
        let writer = try #require(FileHandle(forWritingAtPath: path))
        try writer.write(contentsOf: Data("abc".utf8))
        let text = try source.withNext(\.text)
        let after = try source.withNext(\.count)
        try writer.close()
        let end = try source.withNext(\.count)
        #expect(before == 0 && text == "abc" && after == 0 && end == nil)
        try FileManager.default.removeItem(atPath: path)
    }

    @Test func anAbsentFileIsAnError() {
        #expect(throws: RecordingError.open(path: "/nowhere/at/all.csv", code: ENOENT)) {
            _ = try ByteSource(path: "/nowhere/at/all.csv")
        }
    }

    @Test func aDirectoryIsAnError() throws {
        let path = FileManager.default.temporaryDirectory.path
        var source = try ByteSource(path: path)
        do throws(RecordingError) {
            _ = try source.withNext(\.count)
            Issue.record("A directory was read.")
        } catch {
            #expect(error == .read(path: path, code: EISDIR))
        }
    }
}
