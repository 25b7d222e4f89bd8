import FoundationEssentials

/// Numbers, times and dates as people read them.
enum Figure {
    /// With thousands apart: `12,345`.
    static func count(_ value: UInt64) -> String {
        let digits = Array(String(value))
        var out = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { out += "," }
            out.append(digit)
        }
        return out
    }

    /// With about four digits that count: `12,345`, `97.31`, `0.0123`, `1.234e-7`.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return PrometheusGrammar.number(value) }
        let size = value.magnitude
        if size == 0 { return "0" }
        let sign = value < 0 ? "−" : ""
        if size < 1e-4 || size >= 1e15 { return sign + scientific(size) }
        if size >= 1_000 { return sign + count(UInt64(size.rounded())) }
        var scale = 1.0
        while size * scale < 1_000 { scale *= 10 }
        return sign + plain((size * scale).rounded() / scale)
    }

    /// A share of one, as per cent in 0 ... 100 without a fraction, for widths.
    static func percent(_ share: Double) -> String {
        share.isFinite ? String(Int((min(max(share, 0), 1) * 100).rounded())) : "0"
    }

    /// A score with two digits after the point: `0.93`.
    static func score(_ score: Double) -> String {
        guard score.isFinite, score.magnitude < 1_000 else { return number(score) }
        let hundredths = Int((score * 100).rounded())
        let fraction = hundredths.magnitude % 100
        return "\(hundredths < 0 ? "−" : "")\(hundredths.magnitude / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }

    /// How long something took: `850 ns`, `12 µs`, `1.2 ms`, `3.4 s`; a dash where nothing is known.
    static func time(_ seconds: Double?) -> String {
        guard let seconds, seconds.isFinite else { return "–" }
        for (unit, size) in [(" s", 1.0), (" ms", 1e-3), (" µs", 1e-6)] where seconds >= size {
            return plain((seconds / size * 10).rounded() / 10) + unit
        }
        return seconds <= 0 ? "0" : plain((seconds / 1e-9).rounded()) + " ns"
    }

    /// The length of a stretch in its two largest units: `42 s`, `12 min`, `3 h 12 min`, `5 d 3 h`.
    static func span(_ seconds: Double) -> String {
        // Clocks of two machines may disagree: what lies ahead by a little is now.
        let seconds = Int(min(max(seconds.isNaN ? 0 : seconds, 0), 1e12))
        switch seconds {
        case ..<60: return "\(seconds) s"
        case ..<3_600: return "\(seconds / 60) min"
        case ..<86_400: return "\(seconds / 3_600) h \(seconds % 3_600 / 60) min"
        default: return "\(seconds / 86_400) d \(seconds % 86_400 / 3_600) h"
        }
    }

    /// To the second, UTC: `2026-03-01T12:04:05Z`.
    static func date(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle())
    }

    /// The time of day, UTC: `12:04:05`.
    static func timeOfDay(_ date: Date) -> String {
        String(Figure.date(date).split(separator: "T").last?.prefix(8) ?? "")
    }

    /// The day, UTC: `2026-03-01`.
    static func day(_ date: Date) -> String { String(Figure.date(date).prefix(10)) }

    private static func scientific(_ size: Double) -> String {
        var exponent = 0
        var mantissa = size
        while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
        while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
        mantissa = (mantissa * 1_000).rounded() / 1_000
        if mantissa >= 10 { (mantissa, exponent) = (1, exponent + 1) }
        return "\(plain(mantissa))e\(exponent)"
    }

    /// Without a fraction where there is none.
    private static func plain(_ value: Double) -> String {
        value == value.rounded() ? count(UInt64(value)) : value.description
    }
}
