import Testing

@testable import Reports

@Suite struct StringPrintableTests {
    @Test func keepsWhatCanBeShown() {
        #expect("cpu{host=\"ä\"} 温度 🌡️".printable() == "cpu{host=\"ä\"} 温度 🌡️")
        #expect("".printable() == "")
    }

    @Test func replacesWhatWouldBeObeyed() {
        let text = "\u{1B}[2J\r\n\t\u{7F}\u{9B}\u{2028}\u{202E}\u{2067}x"
        #expect(text.printable() == "�[2J" + String(repeating: "�", count: 8) + "x")
    }

    @Test func cutsWhatIsVeryLong() {
        let long = String(repeating: "a", count: 1_000_000)
        #expect(long.printable() == String(repeating: "a", count: 300) + "…")
        #expect("abcd".printable(limit: 4) == "abcd")
        #expect("abcde".printable(limit: 4) == "abcd…")
    }
}
