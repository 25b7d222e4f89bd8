import Samples

/// The horizontal axis of a chart: at which instants, UTC, there is a mark, and what stands below it.
struct TimeAxis: Equatable, Sendable {
    /// A mark and what stands below it.
    struct Tick: Equatable, Sendable {
        /// Milliseconds since 1970 UTC.
        let time: Int64
        /// The time of day or the date; the first of an axis says both.
        let label: String
    }

    private static let second: Int64 = 1000
    private static let minute = 60 * second
    private static let hour = 60 * minute
    private static let day = 24 * hour
    /// Steps of equal length that people count by.
    private static let steps: [Int64] =
        multiples([1, 2, 5, 10, 20, 50, 100, 200, 500], of: 1) + multiples([1, 2, 5, 10, 15, 30], of: second)
        + multiples([1, 2, 5, 10, 15, 30], of: minute) + multiples([1, 2, 3, 6, 12], of: hour)
        + multiples([1, 2, 7, 14], of: day)
    /// Steps in months, for what is longer.
    private static let months: [Int64] = [1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 12_000]
    private static let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    /// The first Monday of 1970: weeks start on Mondays, and days wherever.
    private static let monday = 4 * day
    /// The years 0 to 9999: no other date is written with four digits.
    private static let writable = -62_167_219_200_000...253_402_300_799_999.0
    /// The most steps; on a page 1,000 pixels wide each has 100.
    private static let mostSteps = 9.0

    /// The left end, in milliseconds since 1970 UTC.
    let start: Double
    /// The right end, not before the left one.
    let end: Double

    /// At most ten marks, ascending; none where the years are not those that people write.
    var ticks: [Tick] {
        guard Self.writable.contains(start), Self.writable.contains(end) else { return [] }
        let least = (end - start) / Self.mostSteps
        if let step = Self.steps.first(where: { Double($0) >= least }) { return even(step) }
        // A month has 28 days or more.
        let months = Self.months.first { Double($0 * 28 * Self.day) >= least }
        return monthly(months ?? 12_000)
    }

    private static func multiples(_ factors: [Int64], of unit: Int64) -> [Int64] {
        factors.map { $0 * unit }
    }

    private func even(_ step: Int64) -> [Tick] {
        let from = Int64(start.rounded(.up))
        var time = Self.monday - (Self.monday - from).flooredQuotient(by: step) * step
        var ticks: [Tick] = []
        while Double(time) <= end {
            ticks.append(Tick(time: time, label: label(time, step: step, isFirst: ticks.isEmpty)))
            time += step
        }
        return ticks
    }

    private func monthly(_ step: Int64) -> [Tick] {
        guard let first = Date(Int64(start)) else { return [] }
        var month = (first.year * 12 + first.month - 1).flooredQuotient(by: step) * step
        var ticks: [Tick] = []
        while let time = Date.start(year: month / 12, month: month % 12 + 1), Double(time) <= end {
            if Double(time) >= start {
                let name = Self.names[Int(month % 12)]
                let hasYear = ticks.isEmpty || month % 12 == 0
                let label = step >= 12 ? "\(month / 12)" : hasYear ? "\(name) \(month / 12)" : name
                ticks.append(Tick(time: time, label: label))
            }
            month += step
        }
        return ticks
    }

    private func label(_ time: Int64, step: Int64, isFirst: Bool) -> String {
        guard let date = Date(time) else { return "" }
        let day = "\(date.day) \(Self.names[Int(date.month - 1)])"
        if step >= Self.day { return isFirst ? "\(day) \(date.year)" : day }
        let clock = step >= Self.minute ? String(date.clock.prefix(5)) : date.clock
        if isFirst { return "\(day) \(clock)" }
        return time.flooredQuotient(by: Self.day) * Self.day == time ? day : clock
    }

    /// A date of the years 0 to 9999, in parts.
    private struct Date {
        let year, month, day: Int64
        /// `12:04:05`, with milliseconds where there are any.
        let clock: String

        init?(_ milliseconds: Int64) {
            let halves = EventTime(milliseconds: milliseconds).description.split(separator: "T")
            let parts = halves.first?.split(separator: "-").compactMap { Int64($0) } ?? []
            guard parts.count == 3, let clock = halves.last, (1...12).contains(parts[1]) else { return nil }
            (year, month, day) = (parts[0], parts[1], parts[2])
            self.clock = String(clock.dropLast())
        }

        /// The first instant of a month; `nil` outside of the years 0 to 9999.
        static func start(year: Int64, month: Int64) -> Int64? {
            guard (0...9999).contains(year) else { return nil }
            let digits = String(10_000 + year).dropFirst()
            return EventTime(iso8601: "\(digits)-\(month < 10 ? "0" : "")\(month)-01")?.milliseconds
        }
    }
}
