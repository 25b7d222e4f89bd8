import Testing

@testable import Recordings

@Suite struct LineSplitterTests {
    /// The lines as text, `nil` for one that is too long.
    private func lines(_ pieces: [String], limit: Int = 1 << 20) -> [String?] {
        var splitter = LineSplitter(limitBytes: limit)
        var found: [LineSplitter.Line] = []
        for piece in pieces {
            splitter.append(Array(piece.utf8)[...])
            while let line = splitter.next() { found.append(line) }
        }
        if let line = splitter.finish() { found.append(line) }
        #expect(found.map(\.number) == Array(0..<found.count).map { $0 + 1 })
        return found.map { $0.bytes.map { String(decoding: $0, as: UTF8.self) } }
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
                var splitter = LineSplitter(limitBytes: 4)
                var found: [String?] = []
                for piece in [bytes[..<first], bytes[first..<second], bytes[second...]] {
                    splitter.append(piece)
                    while let line = splitter.next() {
                        found.append(line.bytes.map { String(decoding: $0, as: UTF8.self) })
                    }
                }
                if let line = splitter.finish() {
                    found.append(line.bytes.map { String(decoding: $0, as: UTF8.self) })
                }
                #expect(found == expected)
            }
        }
    }

    @Test func holdsNothingOfALineThatIsTooLong() {
        let piece = String(repeating: "x", count: 1 << 16)
        #expect(lines(Array(repeating: piece, count: 40) + ["\nnext"]) == [nil, "next"])
        #expect(lines(Array(repeating: piece, count: 16) + ["\nnext"]).map { $0?.utf8.count } == [1 << 20, 4])
    }
}
