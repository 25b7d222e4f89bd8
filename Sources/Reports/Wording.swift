import Samples

/// Numbers, lengths of time and instants as people read them.
enum Wording {
    /// With thousands apart: `12,345`.
    static func count(_ value: Int) -> String {
        (value < 0 ? "−" : "") + grouped(UInt64(value.magnitude))
    }

    /// With its noun in the right number: `1 file`, `31 files`.
    static func count(_ value: Int, _ one: String, _ many: String) -> String {
        "\(count(value)) \(value == 1 ? one : many)"
    }

    /// With `digits` digits that count, no more: `12,345`, `97.3`, `0.0123`, `1.23e-7`, `1.23e15`.
    static func number(_ value: Double, digits: Int = 3) -> String {
        guard value.isFinite else { return "–" }
        let size = value.magnitude
        let sign = value < 0 ? "−" : ""
        if size < 1e-300 { return "0" }
        let exponent = PowerOfTen.exponent(of: size)
        guard (-4..<15).contains(exponent) else { return sign + scientific(size, exponent, digits) }
        let decimals = digits - 1 - exponent
        guard decimals > 0 else { return sign + grouped(UInt64(size.rounded())) }
        return sign + trimmed(fixed(size, decimals: decimals))
    }

    /// How often something happens, in two digits: `12`, `0.43`.
    static func rate(_ value: Double) -> String { number(value, digits: 2) }

    /// A score in 0 ... 1 with two digits behind the point.
    static func score(_ score: Double) -> String {
        score.isFinite ? fixed(score, decimals: 2) : "–"
    }

    /// With a prefix, in three digits: `999`, `12.3 k`, `1.31 M`.
    static func short(_ value: Double) -> String {
        guard value.isFinite, value >= 0 else { return "–" }
        // 999.5 would become 1,000 of the smaller unit.
        for (size, prefix) in [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")] where value >= size * 0.9995 {
            return value < size * 999.5
                ? "\(fixed(value / size, decimals: decimals(for: value / size))) \(prefix)"
                : "\(number(value / size)) \(prefix)"
        }
        return grouped(UInt64(value.rounded()))
    }

    /// A length of time in its two largest units: `250 ms`, `42 s`, `12 min`, `3 h 12 min`, `5 d 3 h`.
    static func span(milliseconds: Int64) -> String {
        let seconds = milliseconds / 1000
        switch seconds {
        case ..<1: return milliseconds <= 0 ? "0 s" : "\(milliseconds) ms"
        case ..<120: return "\(seconds) s"
        case ..<3_600: return "\(seconds / 60) min"
        case ..<86_400: return joined(seconds / 3_600, "h", seconds % 3_600 / 60, "min")
        default: return joined(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h")
        }
    }

    /// An instant, UTC: `2026-03-01 12:04:05`, with milliseconds where there are any.
    static func instant(_ time: EventTime) -> String {
        var text = time.description
        if text.hasSuffix("Z") { text.removeLast() }
        return text.split(separator: "T").joined(separator: " ")
    }

    /// With exactly `decimals` digits behind the point; what does not fit into 18 digits in all is written with an
    /// exponent.
    static func fixed(_ value: Double, decimals: Int) -> String {
        let scaled = (value.magnitude * PowerOfTen.value(decimals)).rounded()
        guard scaled < 1e18 else { return value.description }
        let digits = String(UInt64(scaled))
        let sign = value < 0 && scaled > 0 ? "−" : ""
        guard decimals > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
        return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
    }

    private static func decimals(for value: Double) -> Int {
        value < 9.995 ? 2 : value < 99.95 ? 1 : 0
    }

    private static func joined(_ large: Int64, _ unit: String, _ small: Int64, _ smallUnit: String) -> String {
        small == 0 ? "\(large) \(unit)" : "\(large) \(unit) \(small) \(smallUnit)"
    }

    private static func scientific(_ size: Double, _ exponent: Int, _ digits: Int) -> String {
        let mantissa = trimmed(fixed(size / PowerOfTen.value(exponent), decimals: digits - 1))
        return mantissa == "10" ? "1e\(exponent + 1)" : "\(mantissa)e\(exponent)"
    }

    /// Without zeros at the end of a fraction.
    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        guard text.contains(".") else { return String(text) }
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return String(text)
    }

    private static func grouped(_ value: UInt64) -> String {
        let digits = Array(String(value))
        var out = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { out += "," }
            out.append(digit)
        }
        return out
    }
}
