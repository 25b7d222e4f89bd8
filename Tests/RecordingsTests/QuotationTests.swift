import Testing

@testable import Recordings

@Suite struct QuotationTests {
    @Test func cutsLongPieces() {
        #expect(Quotation.of("abc") == "\"abc\"")
        let long = String(repeating: "é", count: 5000)
        #expect(long.lending { Quotation.of($0) } == "\"\(long.prefix(60))…\"")
    }
}
