import Samples
import Settings
import Testing

@Suite struct CivilClockZoneTests {
    private func local(_ zone: String, _ time: String) throws -> Int64 {
        let clock = try #require(civilClock(zone: zone))
        let instant = try #require(EventTime(iso8601: time))
        return clock.millisecondOfDay(instant.milliseconds) / 60_000
    }

    @Test func utcHasNoTransitions() {
        #expect(civilClock(zone: "UTC") == .utc)
    }

    @Test func anUnknownZoneIsNone() {
        #expect(civilClock(zone: "Mars/Olympus") == nil)
        #expect(civilClock(zone: "") == nil)
    }

    @Test(arguments: [
        // Daylight saving to the second: 01:00 UTC on the last Sundays of March and October.
        ("Europe/Berlin", "2024-03-31T00:59:59Z", 119), ("Europe/Berlin", "2024-03-31T01:00:00Z", 180),
        ("Europe/Berlin", "2024-10-27T00:59:59Z", 179), ("Europe/Berlin", "2024-10-27T01:00:00Z", 120),
        // South of the equator, with a shift of half an hour.
        ("Australia/Lord_Howe", "2024-01-01T00:00:00Z", 660), ("Australia/Lord_Howe", "2024-07-01T00:00:00Z", 630),
        // Moved for good, which is no daylight saving: UTC-4:30 from 2007-12-09 to 2016-05-01.
        ("America/Caracas", "2010-01-01T12:00:00Z", 450), ("America/Caracas", "2020-01-01T12:00:00Z", 480),
        ("Asia/Kolkata", "1960-01-01T00:00:00Z", 330),
        ("Europe/Berlin", "1990-01-01T00:00:00Z", 60),
    ])
    func knowsCivilTime(zone: String, time: String, minuteOfDay: Int64) throws {
        #expect(try local(zone, time) == minuteOfDay)
    }

    @Test func reachesTo2060() throws {
        let clock = try #require(civilClock(zone: "Europe/Berlin"))
        #expect(clock.transitions.count == 140)
        #expect(clock.transitions == clock.transitions.sorted())
    }
}
