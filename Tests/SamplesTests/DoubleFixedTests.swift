import Testing

@testable import Samples

@Suite struct DoubleFixedTests {
    @Test(arguments: [
        (0.4816, 3, "0.482"), (-0.4, 2, "-0.40"), (-0.0001, 2, "0.00"), (12, 0, "12"), (0.05, 1, "0.1"),
        (99.9999, 2, "100.00"), (0.007, 4, "0.0070"),
    ])
    func fixedDigits(_ value: Double, _ digits: Int, _ text: String) {
        #expect(value.fixed(digits) == text)
    }

    @Test func whatIsTooLargeOrNoNumberIsToldAsItIs() {
        #expect(Double.infinity.fixed(2) == "inf")
        #expect(Double.nan.fixed(2) == "nan")
        #expect(1e30.fixed(2) == "1e+30")
    }
}
