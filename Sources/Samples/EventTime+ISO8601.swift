extension EventTime: CustomStringConvertible {
    /// RFC 3339 in UTC, with milliseconds where there are any: `2026-01-31T12:00:00Z`, `2026-01-31T12:00:00.250Z`.
    public var description: String {
        let day = milliseconds.flooredQuotient(by: 86_400_000)
        let ofDay = milliseconds &- day &* 86_400_000
        let (year, month, date) = Self.civil(fromDay: day)
        let (hour, minute, second) = (ofDay / 3_600_000, ofDay / 60_000 % 60, ofDay / 1000 % 60)
        let fraction = ofDay % 1000
        let head = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(date, 2))"
        let time = "\(Self.padded(hour, 2)):\(Self.padded(minute, 2)):\(Self.padded(second, 2))"
        return fraction == 0 ? "\(head)T\(time)Z" : "\(head)T\(time).\(Self.padded(fraction, 3))Z"
    }

    /// Reads `YYYY-MM-DD`, then optionally `T` or a space with `HH:MM[:SS[.fraction]]`, then optionally `Z` or `±HH[:]MM`.
    ///
    /// Without a zone the time is UTC. `nil` where the text is anything else, or names no real date.
    public init?(iso8601 text: some StringProtocol) {
        var scanner = DigitScanner(text)
        guard let year = scanner.number(digits: 4), scanner.take("-"),
            let month = scanner.number(digits: 2), scanner.take("-"),
            let date = scanner.number(digits: 2),
            (1...12).contains(month), (1...Self.days(inMonth: month, of: year)).contains(date)
        else { return nil }
        var total = Self.day(year: year, month: month, date: date) * 86_400_000
        if scanner.take("T") || scanner.take("t") || scanner.take(" ") {
            guard let time = scanner.timeOfDay(), let offset = scanner.zoneOffset() else { return nil }
            total += time - offset
        }
        guard scanner.isAtEnd else { return nil }
        self.init(milliseconds: total)
    }

    /// Days since 1970-01-01 of a date in the proleptic Gregorian calendar.
    ///
    /// - Reference: Hinnant (2013), "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    static func day(year: Int64, month: Int64, date: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.flooredQuotient(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + date - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The date of a day counted from 1970-01-01: the inverse of ``day(year:month:date:)``.
    static func civil(fromDay day: Int64) -> (year: Int64, month: Int64, date: Int64) {
        let shifted = day + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func days(inMonth month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}

extension Int64 {
    /// The quotient rounded towards minus infinity, for a positive divisor.
    package func flooredQuotient(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
