import Foundation
import Testing

@testable import Recordings

@Suite struct UnpackedSourceTests {
    /// `the same text again and again`, a line feed, 40 times, as Python's gzip packs it.
    private static let deflated = "H4sIAAAAAAACAyvJSFUoTsxNVShJrShRSExPzMxTSMxLgbC4SkZlR2VHZUdlB40sABYRerewBAAA"

    private func unpack(_ bytes: [UInt8]) throws -> String {
        let file = try TemporaryFile(bytes)
        var source = UnpackedSource(try ByteSource(path: file.path))
        var found: [UInt8] = []
        while try source.withNext({ found.append(contentsOf: $0) }) != nil {}
        let (read, total) = (source.bytesRead, source.totalBytes)
        #expect(read == bytes.count && total == bytes.count)
        return String(decoding: found, as: UTF8.self)
    }

    private func failure(_ bytes: [UInt8]) throws -> (text: String, error: RecordingError?) {
        let file = try TemporaryFile(bytes)
        var source = UnpackedSource(try ByteSource(path: file.path))
        var found: [UInt8] = []
        do throws(RecordingError) {
            while try source.withNext({ found.append(contentsOf: $0) }) != nil {}
        } catch {
            guard case .damaged(_, let sentence) = error else { return ("", error) }
            return (String(decoding: found, as: UTF8.self), .damaged(path: "f", sentence: sentence))
        }
        return (String(decoding: found, as: UTF8.self), nil)
    }

    @Test(arguments: ["", "a", "ab", "plain text", "\u{1F}x"])
    func plainBytesStayWhatTheyAre(_ text: String) throws {
        #expect(try unpack(Array(text.utf8)) == text)
    }

    @Test func gzipIsUndone() throws {
        #expect(try unpack(Gzip.pack(Array("abc".utf8))) == "abc")
        #expect(try unpack(Gzip.pack([])) == "")
        let text = String(repeating: "the same text again and again\n", count: 40)
        let bytes = Array(try #require(Data(base64Encoded: Self.deflated)))
        #expect(try unpack(bytes) == text)
    }

    @Test func membersOfAGzipFollowEachOther() throws {
        let members = ["abc", "", "def"].flatMap { Gzip.pack(Array($0.utf8)) }
        #expect(try unpack(members) == "abcdef")
        #expect(try unpack(members + [0, 0, 0]) == "abcdef")
        #expect(try unpack(Gzip.pack([0x61]) + [0, 0] + Gzip.pack([0x62])) == "ab")
    }

    /// As `gzip` itself has it.
    @Test(arguments: [[0x62, 0x63, 0x64], [0x62], [0x1F], [0x1F, 0x62], [0, 0, 0x62]] as [[UInt8]])
    func whatFollowsAGzipAndIsNoneIsLeftOut(_ garbage: [UInt8]) throws {
        let file = try TemporaryFile(Gzip.pack([0x61]) + garbage)
        var source = UnpackedSource(try ByteSource(path: file.path))
        var found = ""
        while let text = try source.withNext(\.text) { found += text }
        let hasGarbage = source.hasTrailingGarbage
        #expect(found == "a" && hasGarbage)
        let padded = try TemporaryFile(Gzip.pack([0x61]) + [0, 0])
        var plain = UnpackedSource(try ByteSource(path: padded.path))
        while try plain.withNext(\.count) != nil {}
        let isPlain = !plain.hasTrailingGarbage
        #expect(isPlain)
    }

    @Test func aPieceIsNoLargerThanABufferHoweverMuchIsPacked() throws {
        let member = Gzip.pack(Array(repeating: 0x61, count: 60_000))
        let file = try TemporaryFile(Array(repeating: member, count: 20).flatMap { $0 })
        var source = UnpackedSource(try ByteSource(path: file.path))
        var (total, largest) = (0, 0)
        while let count = try source.withNext(\.count) { (total, largest) = (total + count, max(largest, count)) }
        #expect(total == 1_200_000)
        #expect(largest <= ByteSource.chunkBytes)
    }

    @Test func aSilentPipeGivesNothingAndGoesOn() throws {
        let pipe = Pipe()
        var source = UnpackedSource(ByteSource(name: "pipe", borrowed: pipe.fileHandleForReading.fileDescriptor))
        let before = try source.withNext(\.count)
        pipe.fileHandleForWriting.write(Data([0x1F]))
        let head = try source.withNext(\.count)
        pipe.fileHandleForWriting.write(Data(Gzip.pack(Array("abc".utf8)).dropFirst()))
        let text = try source.withNext(\.text)
        let after = try source.withNext(\.count)
        #expect(before == 0 && head == 0 && text == "abc" && after == 0)
        try pipe.fileHandleForWriting.close()
        let end = try source.withNext(\.count)
        #expect(end == nil)
    }

    @Test func aPipeMayGiveOneByteAtATime() throws {
        let pipe = Pipe()
        var source = UnpackedSource(ByteSource(name: "pipe", borrowed: pipe.fileHandleForReading.fileDescriptor))
        pipe.fileHandleForWriting.write(Data(Gzip.pack(Array("abc".utf8)).prefix(1)))
        let rest = Data(Gzip.pack(Array("abc".utf8)).dropFirst())
        pipe.fileHandleForWriting.write(rest)
        try pipe.fileHandleForWriting.close()
        let first = try source.withNext(\.text)
        #expect(first == "abc")
    }

    @Test func aCutGzipGivesWhatCameBeforeAndThenSaysSo() throws {
        let packed = Gzip.pack(Array("abcdefgh".utf8))
        for count in 2..<packed.count {
            let found = try failure(Array(packed.prefix(count)))
            #expect(found.error == .damaged(path: "f", sentence: "The gzip ends in the middle"))
            #expect("abcdefgh".hasPrefix(found.text))
        }
        #expect(try failure(Array(packed.prefix(20))).text == "abcde")
    }

    @Test func aDamagedGzipSaysWhatIsWrong() throws {
        var packed = Gzip.pack(Array("abcdefgh".utf8))
        packed[packed.count - 8] ^= 1
        let found = try failure(packed)
        #expect(found.error == .damaged(path: "f", sentence: "The gzip is damaged (incorrect data check)"))
        #expect(found.text == "abcdefgh", "what came before is given first")
        #expect(try failure([0x1F, 0x8B, 0xFF, 0xFF, 0xFF]).error != nil)
    }
}
