import Samples

/// Times as recordings write them: ISO 8601, or seconds or milliseconds since 1970.
enum Timestamp {
    /// Numbers from here on are milliseconds: as seconds this would be the year 5138, as milliseconds it is March 1973.
    private static let firstMilliseconds = 1e11
    /// The last millisecond of the year 9999; later than that nothing was recorded.
    private static let last = 253_402_300_799_999.0

    /// The time, to the millisecond; `nil` where the text is none.
    static func parse(_ text: ArraySlice<UInt8>) -> EventTime? {
        // The only hyphen of a number stands at its start or behind an `e`, of a date behind the year.
        if text.count > 4, text[text.startIndex + 4] == 0x2D, text[text.startIndex] != 0x2D {
            return EventTime(iso8601: String(decoding: text, as: UTF8.self))
        }
        guard let number = DecimalNumber.parse(text) else { return nil }
        let milliseconds = number.magnitude >= firstMilliseconds ? number : number * 1000
        guard milliseconds.magnitude <= last else { return nil }
        return EventTime(milliseconds: Int64(milliseconds.rounded()))
    }
}
