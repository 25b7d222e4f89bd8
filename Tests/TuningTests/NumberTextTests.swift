import Testing

@testable import Tuning

@Suite struct NumberTextTests {
    @Test(arguments: [
        (0.4816, 3, "0.482"), (-0.4, 2, "-0.40"), (-0.0001, 2, "0.00"), (12, 0, "12"), (0.05, 1, "0.1"),
        (99.9999, 2, "100.00"), (0.007, 4, "0.0070"),
    ])
    func fixedDigits(_ value: Double, _ digits: Int, _ text: String) {
        #expect(NumberText.fixed(value, digits: digits) == text)
    }

    @Test func whatIsTooLargeOrNoNumberIsToldAsItIs() {
        #expect(NumberText.fixed(.infinity, digits: 2) == "inf")
        #expect(NumberText.fixed(.nan, digits: 2) == "nan")
        #expect(NumberText.fixed(1e30, digits: 2) == "1e+30")
        #expect(NumberText.seconds(.infinity) == "inf")
        #expect(NumberText.short(1e300) == "1e+300")
    }

    @Test(arguments: [(12.0, "12"), (0.05, "0.05"), (4.5, "4.5"), (0, "0")])
    func shortestThatReadsBack(_ value: Double, _ text: String) {
        #expect(NumberText.short(value) == text)
        #expect(Double(text) == value)
    }

    @Test(arguments: [(0.0, "0s"), (90, "1m30s"), (-20, "-20s"), (5400, "1h30m"), (90_061.4, "1d1h1m1s"), (-0.2, "0s")])
    func secondsAsDurations(_ value: Double, _ text: String) {
        #expect(NumberText.seconds(value) == text)
    }

    @Test func durationsAsSettingsWriteThem() {
        #expect(NumberText.duration(.seconds(3600)) == "1h")
        #expect(NumberText.duration(.milliseconds(1500)) == "1s500ms")
        #expect(NumberText.duration(.zero) == "0s")
        #expect(NumberText.duration(.seconds(-1)) == "0s")
    }
}
