import Samples
import Testing

@Suite struct EventTimeTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1970-01-01", 0), ("2026-01-31 12:00", 1_769_860_800_000),
        ("2026-01-31T12:00:00.250Z", 1_769_860_800_250), ("2026-01-31T12:00:00,2509", 1_769_860_800_250),
        ("2026-01-31T13:30:00+01:30", 1_769_860_800_000), ("2026-01-31T07:00:00-0500", 1_769_860_800_000),
        ("2024-02-29T00:00:00Z", 1_709_164_800_000), ("1969-12-31T23:59:59.999Z", -1),
        ("2026-01-30T24:00:00Z", 1_769_817_600_000),
    ])
    func readsDates(text: String, milliseconds: Int64) {
        #expect(EventTime(iso8601: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2026", "2026-13-01", "2026-02-29", "2026-00-01", "2026-01-32", "2026-1-1", "2026-01-31T", "2026-01-31T12",
        "2026-01-31T12:60", "2026-01-31T12:00:00Zz", "2026-01-31T12:00:00+", "2026-01-31T12:00:00+25:00",
        "2026-01-31T12:00:00.Z", "x026-01-31", "2026-01-31T25:00", "２０２６-01-31", "1900-02-29",
    ])
    func refusesWhatIsNoDate(text: String) {
        #expect(EventTime(iso8601: text) == nil)
    }

    @Test func writesWhatItReads() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<10_000 {
            let time = EventTime(
                milliseconds: .random(in: -62_135_596_800_000...253_402_300_799_999, using: &generator))
            #expect(EventTime(iso8601: time.description) == time)
        }
    }

    @Test func describesTheEndsOfTheRange() {
        #expect(EventTime.distantPast.description.hasPrefix("-292275055-05-16T16:47:04.192"))
        #expect(EventTime(milliseconds: .max).description == "292278994-08-17T07:12:55.807Z")
    }

    @Test func holdsAtTheEndsInsteadOfOverflowing() {
        #expect(EventTime(milliseconds: .max) + .seconds(1) == EventTime(milliseconds: .max))
        #expect(EventTime.distantPast - .seconds(1) == .distantPast)
        #expect(EventTime(seconds: 2) - EventTime(seconds: 5) == .seconds(-3))
        #expect(EventTime(seconds: 1) < EventTime(milliseconds: 1001))
        #expect(Duration.milliseconds(1500).inSeconds == 1.5)
        #expect(Duration.microseconds(-1999).wholeMilliseconds == -1)
    }
}
