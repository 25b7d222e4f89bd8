import Samples
import Testing

@Suite struct CivilHoursTests {
    /// Central European time around the end of March 2024: one hour east of UTC, two from 01:00 UTC on the 31st, a Sunday.
    private static let spring = CivilClock(transitions: [1_711_846_800_000], offsets: [3_600_000, 7_200_000])

    private static func contains(_ hours: String?, _ days: String? = nil, _ time: String) throws -> Bool {
        let hours = try #require(CivilHours(hours: hours, days: days))
        return hours.contains(try #require(EventTime(iso8601: time)), by: spring)
    }

    @Test(arguments: [
        ("2024-03-30T07:29:59Z", false), ("2024-03-30T07:30:00Z", true), ("2024-03-30T08:29:59Z", true),
        ("2024-03-30T08:30:00Z", false),
        // An hour earlier by UTC, the same on the wall.
        ("2024-03-31T06:29:59Z", false), ("2024-03-31T06:30:00Z", true), ("2024-03-31T07:30:00Z", false),
    ])
    func followDaylightSaving(time: String, isInside: Bool) throws {
        #expect(try Self.contains("08:30-09:30", time) == isInside)
    }

    private static func contains(_ hours: String, _ time: String) throws -> Bool { try contains(hours, nil, time) }

    @Test(arguments: [
        ("sat", "2024-03-30T22:00:00Z", true), ("sat", "2024-03-31T00:30:00Z", true),
        ("sun", "2024-03-31T00:30:00Z", false), ("fri,sat", "2024-03-30T20:30:00Z", false),
        ("mon-fri", "2024-03-30T22:00:00Z", false), ("fri-mon", "2024-03-30T22:00:00Z", true),
    ])
    func overMidnightBelongToTheDayOnWhichTheyBegin(days: String, time: String, isInside: Bool) throws {
        #expect(try Self.contains("22:00-02:00", days, time) == isInside)
    }

    @Test func areWholeDaysWhereOnlyDaysAreNamed() throws {
        #expect(try Self.contains(nil, "Sat, Sun", "2024-03-30T23:30:00Z"))
        #expect(try !Self.contains(nil, "mon-fri", "2024-03-30T23:30:00Z"))
    }

    @Test(arguments: [
        ("8-9", nil), ("08:00", nil), ("08:00-08:00", nil), ("24:00-08:00", nil), ("08:00-24:01", nil),
        ("08:60-09:00", nil), ("08:00-09:00-10:00", nil), ("", nil), ("08:00-09:00", "someday"), ("08:00-09:00", ""),
        ("08:00-09:00", "mon-tue-wed"),
    ])
    func refuseWhatIsNoHours(hours: String, days: String?) {
        #expect(CivilHours(hours: hours, days: days) == nil)
    }

    @Test(arguments: [("08:00-09:30", "mon,tue"), ("22:00-02:00", nil), ("00:00-24:00", "sun")])
    func comeBackAsTheyWereWritten(hours: String, days: String?) throws {
        let read = try #require(CivilHours(hours: hours, days: days))
        #expect(read.hoursText == hours && read.daysText == days)
    }

    @Test(arguments: [
        (0, "10:00-12:00"), (600, "10:00-12:00"), (7200, "08:59-13:01"), (12 * 3600, "00:00-24:00"),
    ])
    func lieAroundAStretch(seconds: Int64, expected: String) {
        let onset = EventTime(seconds: 11 * 3600)
        #expect(CivilHours(around: onset, until: onset + .seconds(seconds), by: .utc).hoursText == expected)
    }

    @Test func lieAroundAStretchOverMidnight() {
        let onset = EventTime(seconds: 1800)
        #expect(CivilHours(around: onset, until: onset, by: .utc).hoursText == "23:30-01:30")
        #expect(CivilHours(around: EventTime(seconds: 23 * 3600), until: onset, by: .utc).hoursText == "22:00-24:00")
    }
}
