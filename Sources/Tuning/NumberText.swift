import Samples

/// Numbers as people and settings write them.
enum NumberText {
    private static let units: [(name: String, milliseconds: Int64)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
    ]

    /// As short as it can be read back: `12`, `0.05`.
    static func short(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? "\(Int64(value))" : "\(value)"
    }

    /// Seconds as a duration, to the second: `1h30m`, `-20s`.
    static func seconds(_ value: Double) -> String {
        guard value.magnitude < 1e12 else { return "\(value)" }
        let whole = Int64(value.magnitude.rounded())
        return (value < 0 && whole > 0 ? "-" : "") + duration(.seconds(whole))
    }

    /// As settings write durations: `1h30m`; 0 and less are `0s`.
    static func duration(_ duration: Duration) -> String {
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
