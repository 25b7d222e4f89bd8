import Testing

@testable import Andon

@Suite struct InPlaceLineTests {
    @Test func aMessageDoesNotStandBehindTheLine() {
        var line = InPlaceLine()
        #expect(line.message("first") == "first\n")
        #expect(line.replacing(with: "10 %") == "\r\u{1B}[K10 %")
        #expect(line.message("a.csv:3: bad") == "\r\u{1B}[Ka.csv:3: bad\n")
        #expect(line.message("another") == "another\n")
    }

    @Test func clearingWhatIsNotThereWritesNothing() {
        var line = InPlaceLine()
        #expect(line.replacing(with: "") == "")
        _ = line.replacing(with: "10 %")
        #expect(line.replacing(with: "") == "\r\u{1B}[K")
        #expect(line.replacing(with: "") == "")
    }
}
