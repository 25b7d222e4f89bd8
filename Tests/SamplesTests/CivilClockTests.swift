import Samples
import Testing

@Suite struct CivilClockTests {
    /// Berlin in 2026: one hour east of UTC, two from 2026-03-29T01:00Z to 2026-10-25T01:00Z.
    private let berlin = CivilClock(
        transitions: [1_774_746_000_000, 1_792_890_000_000], offsets: [3_600_000, 7_200_000, 3_600_000])

    private func hour(_ text: String) throws -> Int64 {
        berlin.millisecondOfDay(try #require(EventTime(iso8601: text)).milliseconds) / 3_600_000
    }

    @Test func jumpsInSpringAndRepeatsInAutumn() throws {
        #expect(try hour("2026-03-29T00:59:59Z") == 1)
        #expect(try hour("2026-03-29T01:00:00Z") == 3)
        #expect(try hour("2026-10-25T00:59:59Z") == 2)
        #expect(try hour("2026-10-25T01:00:00Z") == 2)
    }

    @Test func keepsTheSlotOfTheLocalHourOverTheChange() throws {
        let before = try #require(EventTime(iso8601: "2026-03-28T08:00:00Z")).milliseconds
        let after = try #require(EventTime(iso8601: "2026-03-30T07:00:00Z")).milliseconds
        #expect(berlin.slot(before, ofDayIn: 288) == 108)
        #expect(berlin.slot(after, ofDayIn: 288) == 108)
    }

    @Test func staysWithinTheDayBefore1970() {
        #expect(CivilClock.utc.millisecondOfDay(-1) == 86_399_999)
        #expect(CivilClock.utc.slot(-1, ofDayIn: 1440) == 1439)
        #expect((0..<24).contains(CivilClock.utc.slot(.min, ofDayIn: 24)))
        #expect((0..<24).contains(CivilClock.utc.slot(.max, ofDayIn: 24)))
    }
}
