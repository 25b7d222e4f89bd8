import Testing

@testable import Recordings

@Suite struct DecimalNumberTests {
    private func parse(_ text: String) -> Double? {
        DecimalNumber.parse(Array("?\(text)".utf8)[1...])
    }

    @Test(arguments: [
        "0", "1", "-1", "0.1", "-0.5", "3.14159265358979", "123456789012345", "1234567890123456789",
        "0.1234567890123456",
        "1e5", "1E-5", "+2.5", "1.7976931348623157e308", "5e-324", ".5", "000012.5000", "99999.9999999999",
        "2.2250738585072011e-308", "1e-400",
    ])
    func agreesWithTheStandardLibrary(_ text: String) {
        let value = parse(text)
        #expect(value != nil)
        #expect(value == Double(text))
    }

    @Test func keepsTheSignOfZero() {
        #expect(parse("-0")?.sign == .minus)
        #expect(parse("-0.0")?.sign == .minus)
    }

    @Test func agreesOverManyShortDecimals() {
        for mantissa in stride(from: 1, to: 1_000_000, by: 997) {
            for text in ["\(mantissa)", "\(mantissa).\(mantissa)", "-0.0\(mantissa)"] {
                #expect(parse(text) == Double(text))
            }
        }
    }

    @Test(arguments: [
        "", "-", ".", "-.", "+", "e5", "1e", "1.2.3", "1,5", "nan", "NaN", "inf", "-Infinity", "0x10", "1e999",
        "-1e999",
        "1 2", "--1", "1-", "N/A", "12abc", "١",
    ])
    func refusesEverythingElse(_ text: String) {
        #expect(parse(text) == nil)
    }
}
