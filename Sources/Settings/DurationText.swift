import Samples

/// Durations as people write them: `50ms`, `10s`, `1h30m`, `400d`.
enum DurationText {
    /// Largest first, in milliseconds.
    private static let units: [(name: String, milliseconds: Int64)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
    ]

    /// Whole numbers with units, larger units first, each unit once; `nil` for anything else, also for too large ones.
    static func parse(_ text: String) -> Duration? {
        var rest = text[...]
        var total: Int64 = 0
        var remaining = units[...]
        while !rest.isEmpty {
            let digits = rest.prefix { ("0"..."9").contains($0) }
            let unit = rest[digits.endIndex...].prefix { $0.isLetter }
            guard let count = Int64(digits), let index = remaining.firstIndex(where: { $0.name == unit }) else {
                return nil
            }
            let (part, overflow) = count.multipliedReportingOverflow(by: units[index].milliseconds)
            let (sum, carry) = total.addingReportingOverflow(part)
            guard !overflow, !carry else { return nil }
            total = sum
            remaining = units[(index + 1)...]
            rest = rest[unit.endIndex...]
        }
        return text.isEmpty ? nil : .milliseconds(total)
    }

    /// The shortest way to write whole milliseconds that are not negative.
    static func text(_ duration: Duration) -> String {
        var rest = duration.wholeMilliseconds
        guard rest > 0 else { return "0s" }
        var text = ""
        for unit in units where rest >= unit.milliseconds {
            text += "\(rest / unit.milliseconds)\(unit.name)"
            rest %= unit.milliseconds
        }
        return text
    }
}
