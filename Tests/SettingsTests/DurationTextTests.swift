import Testing

@testable import Settings

@Suite struct DurationTextTests {
    @Test(arguments: [
        ("50ms", Duration.milliseconds(50)), ("10s", .seconds(10)), ("1h30m", .seconds(5400)),
        ("400d", .seconds(34_560_000)),
        ("1d2h3m4s5ms", .milliseconds(93_784_005)), ("0s", .zero),
    ])
    func readsAndWrites(text: String, duration: Duration) {
        #expect(DurationText.parse(text) == duration)
        #expect(DurationText.text(duration) == text)
    }

    @Test func writesTheShortestForm() {
        #expect(DurationText.text(.seconds(90)) == "1m30s")
        #expect(DurationText.text(.seconds(86_400)) == "1d")
    }

    @Test(arguments: [
        "", "10", "s", "1.5s", "-1s", "+1s", "1 s", " 1s", "1s ", "30m1h", "1m1m", "1w", "1S", "1us", "١s",
        "9223372036854775807d", "99999999999999999999s", "9223372036854775807ms1s", "1h-30m",
    ])
    func refuses(text: String) {
        #expect(DurationText.parse(text) == nil)
    }
}
