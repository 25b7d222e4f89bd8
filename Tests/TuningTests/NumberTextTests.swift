import Testing

@testable import Tuning

@Suite struct NumberTextTests {
    @Test func whatIsTooLargeOrNoNumberIsToldAsItIs() {
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
