import Testing

@testable import Recordings

@Suite struct LineSplitterTests {
    /// The lines as text, `nil` for one that is too long.
    private func lines(_ pieces: [String], limit: Int = 1 << 20) -> [String?] {
        lines(pieces.map { Array($0.utf8) }, limit: limit)
    }

    private func lines(_ pieces: [[UInt8]], limit: Int) -> [String?] {
        var splitter = LineSplitter(limitBytes: limit)
        var found: [String?] = []
        let take = { (number: Int, line: UnsafeRawBufferPointer?) in
            found.append(line?.text)
            #expect(number == found.count)
        }
        for piece in pieces { piece.withUnsafeBytes { splitter.split($0, take) } }
        splitter.finish(take)
        return found
    }

    @Test func endsLinesWithLFOrCRLFOrTheStream() {
        #expect(lines(["a\nb\r\n\n\r\nc"]) == ["a", "b", "", "", "c"])
        #expect(lines(["a\n"]) == ["a"])
        #expect(lines([]) == [])
        #expect(lines(["a\rb\r"]) == ["a\rb"])
    }

    @Test func joinsLinesOverPieces() {
        #expect(lines(["a", "", "b\nc", "d", "\n", "\n", "e"]) == ["ab", "cd", "", "e"])
        #expect(lines(["a\r", "\nb"]) == ["a", "b"])
    }

    @Test func dropsAByteOrderMarkAtTheStartOnly() {
        #expect(lines(["\u{FEFF}a\n\u{FEFF}b"]) == ["a", "\u{FEFF}b"])
    }

    @Test(
        arguments: [
            ("1234\n12345\n1\n", ["1234", nil, "1"]), ("1234\r\n12345\r\n1", ["1234", nil, "1"]), ("12345", [nil]),
            ("123456789\nab", [nil, "ab"]), ("1234\r", ["1234"]), ("\u{FEFF}1\n\u{FEFF}12\n", ["1", nil]),
            ("\u{FEFF}12\n1", [nil, "1"]),
        ] as [(String, [String?])])
    func tellsLongLinesAlikeWhateverThePieces(_ text: String, _ expected: [String?]) {
        #expect(lines([text], limit: 4) == expected)
        let bytes = Array(text.utf8)
        for first in 0...bytes.count {
            for second in first...bytes.count {
                let pieces = [bytes[..<first], bytes[first..<second], bytes[second...]].map { Array($0) }
                #expect(lines(pieces, limit: 4) == expected)
            }
        }
    }

    @Test func holdsNothingOfALineThatIsTooLong() {
        let piece = String(repeating: "x", count: 1 << 16)
        #expect(lines(Array(repeating: piece, count: 40) + ["\nnext"]) == [nil, "next"])
        #expect(lines(Array(repeating: piece, count: 16) + ["\nnext"]).map { $0?.utf8.count } == [1 << 20, 4])
    }
}
