/// Hours of some days of the week, by the clock on the wall: safe over daylight saving.
public struct CivilHours: Hashable, Sendable {
    /// The first minute of the day, in 0 ..< 1440.
    public let start: Int
    /// The minute behind the last one, in 1 ... 1440; not after ``start`` where midnight lies between them.
    public let end: Int
    /// The days on which they begin, bit 0 for Monday; never none.
    public let days: UInt8

    private static let everyDay: UInt8 = 0b111_1111
    private static let minutesOfDay = 1440
    private static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    private init(start: Int, end: Int, days: UInt8 = everyDay) {
        self.start = start
        self.end = end
        self.days = days
    }

    /// Reads hours such as `08:00-09:30` or `22:00-02:00`, and days such as `mon-fri` or `sat,sun`; without hours they are
    /// whole days, without days every day.
    ///
    /// `nil` where a text is anything else.
    public init?(hours: String?, days: String? = nil) {
        guard let mask = days.map(Self.mask) ?? Self.everyDay else { return nil }
        guard let hours else {
            self.init(start: 0, end: Self.minutesOfDay, days: mask)
            return
        }
        let ends = hours.split(separator: "-", omittingEmptySubsequences: false).map(Self.minute)
        guard ends.count == 2, let start = ends[0], let end = ends[1], start < Self.minutesOfDay, end > 0, start != end
        else { return nil }
        self.init(start: start, end: end, days: mask)
    }

    /// Every day the hours around a stretch of time: as long before its beginning and after it as the stretch lasted, an hour at
    /// least.
    public init(around onset: EventTime, until end: EventTime, by clock: CivilClock) {
        let margin = max(60, Int((end - onset).wholeMilliseconds / 60_000) + 1)
        guard 2 * margin < Self.minutesOfDay else {
            self.init(start: 0, end: Self.minutesOfDay)
            return
        }
        let middle = Int(clock.millisecondOfDay(onset.milliseconds) / 60_000)
        let first = (middle - margin + Self.minutesOfDay) % Self.minutesOfDay
        let last = (middle + margin) % Self.minutesOfDay
        self.init(start: first, end: last == 0 ? Self.minutesOfDay : last)
    }

    /// True where the time lies within them.
    public func contains(_ time: EventTime, by clock: CivilClock) -> Bool {
        let minute = Int(clock.millisecondOfDay(time.milliseconds) / 60_000)
        let today = clock.dayOfWeek(time.milliseconds)
        if start < end { return minute >= start && minute < end && begins(on: today) }
        // Behind midnight they are those of the day before.
        return minute >= start ? begins(on: today) : minute < end && begins(on: (today + 6) % 7)
    }

    private func begins(on day: Int) -> Bool { days & (1 << day) != 0 }

    /// The hours, as they are read.
    public var hoursText: String { "\(Self.text(start))-\(Self.text(end))" }

    /// The days, as they are read; `nil` where it is every day.
    public var daysText: String? {
        guard days != Self.everyDay else { return nil }
        return (0..<7).filter(begins).map { Self.names[$0] }.joined(separator: ",")
    }

    private static func text(_ minute: Int) -> String {
        let (hour, rest) = minute.quotientAndRemainder(dividingBy: 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
    }

    /// `HH:MM`, up to `24:00`.
    private static func minute(_ text: Substring) -> Int? {
        var scanner = DigitScanner(text)
        guard let hour = scanner.number(digits: 2), scanner.take(":"), let minute = scanner.number(digits: 2),
            scanner.isAtEnd, minute < 60, hour * 60 + minute <= minutesOfDay
        else { return nil }
        return Int(hour * 60 + minute)
    }

    /// Days and ranges of them, joined by commas.
    private static func mask(_ text: String) -> UInt8? {
        var mask: UInt8 = 0
        for part in text.lowercased().split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
                .map { name in names.firstIndex(of: String(name.trimmingSpaces())) }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else { return nil }
            for day in first...(last < first ? last + 7 : last) { mask |= 1 << (day % 7) }
        }
        return mask
    }
}

extension CivilHours: CustomStringConvertible {
    /// For people: `08:00-09:30 mon,tue`.
    public var description: String { daysText.map { "\(hoursText) \($0)" } ?? hoursText }
}
