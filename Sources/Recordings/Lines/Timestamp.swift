import Samples

/// Times as recordings write them, in milliseconds since 1970 UTC.
enum Timestamp {
    /// Numbers from here on are milliseconds: as seconds this would be the year 5138, as milliseconds it is March 1973.
    private static let firstMilliseconds = 1e11
    /// The last millisecond of the year 9999; later than that nothing was recorded.
    private static let last = 253_402_300_799_999.0

    /// No time is longer than this, in bytes; what is longer would be kept for each sample.
    private static let limit = 64

    /// ISO 8601, or seconds or milliseconds since 1970; `nil` where the text is neither.
    static func parse(_ text: UnsafeRawBufferPointer) -> Int64? {
        isDate(text) && text.count <= limit ? EventTime(iso8601: text.text)?.milliseconds : parseNumber(text)
    }

    /// Seconds, also with a fraction, or milliseconds since 1970, by magnitude.
    static func parseNumber(_ text: UnsafeRawBufferPointer) -> Int64? {
        guard text.count <= limit, let number = DecimalNumber.parse(text) else { return nil }
        let milliseconds = number.magnitude >= firstMilliseconds ? number : number * 1000
        guard milliseconds.magnitude <= last else { return nil }
        return Int64(milliseconds.rounded())
    }

    /// Whole seconds, milliseconds, microseconds or nanoseconds since 1970, by magnitude: each begins in March 1973,
    /// where the one before ends in the year 5138.
    static func parseInteger(_ text: UnsafeRawBufferPointer) -> Int64? {
        let isNegative = text.first == UInt8(ascii: "-")
        guard let magnitude = wholeNumber(text.slice(isNegative ? 1 : 0, text.count)) else { return nil }
        let number = isNegative ? -magnitude : magnitude
        switch number.magnitude {
        case ..<100_000_000_000: return number * 1000
        case ..<100_000_000_000_000: return number
        case ..<100_000_000_000_000_000: return number.flooredQuotient(by: 1000)
        default: return number.flooredQuotient(by: 1_000_000)
        }
    }

    /// Digits as a number; `nil` where there is anything else, or more than an `Int64` holds.
    private static func wholeNumber(_ digits: UnsafeRawBufferPointer) -> Int64? {
        guard (1...19).contains(digits.count) else { return nil }
        var number: UInt64 = 0
        for byte in digits {
            guard byte.isDigit else { return nil }
            number = number * 10 + UInt64(byte - 0x30)
        }
        return Int64(exactly: number)
    }

    /// Why a text is no time, as a sentence.
    static func fault(_ text: UnsafeRawBufferPointer) -> String {
        "\(Quotation.of(text)) is no time."
    }

    /// The only hyphen of a number stands at its start or behind an `e`, of a date behind the year.
    @inline(__always)
    static func isDate(_ text: UnsafeRawBufferPointer) -> Bool {
        text.count > 4 && text[4] == 0x2D && text[0] != 0x2D
    }
}
