import Samples
import Testing

@testable import Reports

@Suite struct WordingTests {
    @Test(arguments: [
        (0, "0"), (12.345, "12.3"), (0.012_34, "0.0123"), (1234.5, "1,235"), (1.0, "1"), (0.1, "0.1"), (-2.5, "−2.5"),
        (1.234e-7, "1.23e-7"), (9.999e20, "1e21"), (.leastNonzeroMagnitude, "0"), (999.9, "1,000"),
        (123_456_789, "123,456,789"),
        (.nan, "–"), (.infinity, "–"),
    ])
    func writesNumbers(value: Double, text: String) {
        #expect(Wording.number(value) == text)
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (999.6, "1.00 k"), (12_300_000, "12.3 M"), (1_310_000, "1.31 M"), (999_700, "1.00 M"),
        (123e9, "123 G"), (9.996e6, "10.0 M"), (99.96e6, "100 M"), (-1, "–"),
    ])
    func shortensNumbers(value: Double, text: String) {
        #expect(Wording.short(value) == text)
    }

    @Test(arguments: [
        (-5, "0 s"), (0, "0 s"), (250, "250 ms"), (42_900, "42 s"), (119_000, "119 s"), (720_000, "12 min"),
        (11_520_000, "3 h 12 min"), (10_800_000, "3 h"), (442_800_000, "5 d 3 h"),
    ])
    func writesSpans(milliseconds: Int64, text: String) {
        #expect(Wording.span(milliseconds: milliseconds) == text)
    }

    @Test func writesInstants() {
        #expect(Wording.instant(.at("2026-03-01T12:04:05Z")) == "2026-03-01 12:04:05")
        #expect(Wording.instant(.at("2026-03-01T12:04:05.250Z")) == "2026-03-01 12:04:05.250")
        #expect(!Wording.instant(.distantPast).isEmpty)
    }

    @Test func writesCountsAndFixedNumbers() {
        #expect(Wording.count(-1_234_567) == "−1,234,567")
        #expect(Wording.count(1, "file", "files") == "1 file")
        #expect(Wording.count(0, "file", "files") == "0 files")
        #expect(Wording.fixed(-0.04, decimals: 1) == "0.0")
        #expect(Wording.fixed(0.05, decimals: 2) == "0.05")
        #expect(Wording.fixed(99.996, decimals: 2) == "100.00")
        #expect(Wording.fixed(1e300, decimals: 2) == "1e+300")
        #expect(Wording.score(0.914) == "0.91")
    }

    @Test func knowsPowersOfTen() {
        for exponent in -299...307 {
            #expect(PowerOfTen.exponent(of: PowerOfTen.value(exponent)) == exponent)
            #expect(PowerOfTen.exponent(of: PowerOfTen.value(exponent).nextDown) == exponent - 1)
        }
        #expect(PowerOfTen.exponent(of: .greatestFiniteMagnitude) == 308)
        #expect(PowerOfTen.value(309) == .infinity)
        #expect(PowerOfTen.value(-400) == 0)
    }
}
