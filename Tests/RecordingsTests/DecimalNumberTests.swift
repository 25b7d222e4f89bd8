import Samples
import Testing

@testable import Recordings

@Suite struct DecimalNumberTests {
    private func parse(_ text: String) -> Double? {
        text.lending { DecimalNumber.parse($0) }
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

    /// More digits than a `Double` has: divided in whole numbers.
    @Test func agreesOverManyLongDecimals() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<100_000 {
            let digits = String(UInt64.random(in: 1...UInt64.max, using: &random)).prefix(19)
            let point = Int.random(in: 1..<digits.count + 1, using: &random)
            let fraction = digits.dropFirst(point)
            let text = "\(digits.prefix(point))\(fraction.isEmpty ? "" : ".\(fraction)")"
            #expect(parse(text) == Double(text), "\(text)")
        }
    }

    /// Halfway between two neighbours, and a little beside it.
    @Test(arguments: [
        "9007199254740993", "9007199254740993.0", "9007199254740993.001", "9007199254740992.999",
        "4503599627370497.5", "4503599627370496.500", "4503599627370496.501", "1.0000000000000001110",
        "1.000000000000000111", "1.000000000000000112", "9999999999999999999", "0.9999999999999999999",
        "0.000000000000000001", "0.0000000000000000001", "1844674407370955161.5",
    ])
    func roundsOnce(_ text: String) {
        #expect(parse(text) == Double(text))
    }

    @Test(arguments: [("1,", 1.0, 1), ("-2.5e3", -2.5, 4), ("007 ", 7, 3)])
    func scansTheFront(_ text: String, _ value: Double, _ end: Int) {
        text.lending { bytes in
            var position = 0
            #expect(DecimalNumber.scan(bytes, &position) == value)
            #expect(position == end)
        }
    }

    @Test(arguments: ["", "-", "x", ".5", "5.", "5.x", "+1", "12345678901234567890", " 1"])
    func leavesWhatItDoesNotScan(_ text: String) {
        text.lending { bytes in
            var position = 0
            #expect(DecimalNumber.scan(bytes, &position) == nil)
            #expect(position == 0)
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
