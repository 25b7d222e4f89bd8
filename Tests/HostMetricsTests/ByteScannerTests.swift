import Testing

@testable import HostMetrics

@Suite struct ByteScannerTests {
    private func scanner(_ text: String) -> ByteScanner {
        ByteScanner(Array(text.utf8)[...])
    }

    @Test func takesLinesWithAndWithoutALineFeedAtTheEnd() {
        var text = scanner("a 1\n\nb 2")
        var lines: [[String]] = []
        while var line = text.line() {
            var words: [String] = []
            while let word = line.word() { words.append(String(decoding: word, as: UTF8.self)) }
            lines.append(words)
        }
        #expect(lines == [["a", "1"], [], ["b", "2"]])
    }

    @Test(
        arguments: [
            ("0", 0), (" \t12 ", 12), ("18446744073709551615", UInt64.max), ("18446744073709551616", nil), ("-1", nil),
            ("1x", nil), ("", nil), ("1.5", nil),
        ] as [(String, UInt64?)])
    func takesOnlyUnsignedNumbers(_ text: String, _ expected: UInt64?) {
        var text = scanner(text)
        #expect(text.number() == expected)
    }

    @Test(
        arguments: [
            ("0.46", 0.46), ("3.53", 3.53), ("12", 12), ("1461.90 2", 1461.9), (".5", nil), ("1.", nil), ("1.2.3", nil),
            ("x", nil),
        ] as [(String, Double?)])
    func takesDecimals(_ text: String, _ expected: Double?) {
        var text = scanner(text)
        #expect(text.decimal() == expected)
    }

    @Test func takesSeveralNumbersOrNone() {
        var whole = scanner("1 2 3")
        #expect(whole.numbers(2) == [1, 2])
        #expect(whole.numbers(2) == nil)
    }

    @Test func takesTextUpToAByteOrNothing() {
        var text = scanner("total=12")
        #expect(text.text(upTo: 0x3A) == nil)
        #expect(text.text(upTo: 0x3D).map { String(decoding: $0, as: UTF8.self) } == "total")
        #expect(text.number() == 12)
    }

    @Test func skippingPastTheEndIsHarmless() {
        var text = scanner("a b")
        text.skip(words: 5)
        #expect(text.word() == nil)
    }
}
