/// The fields of one line of CSV.
///
/// As RFC 4180 has it, but for three things. Blanks around a field do not count. A quoted field ends on its own line: one stray
/// quote must not swallow the rest of a file. And commas inside the braces of a bare field do not separate, so that
/// `cpu{host="a",mode="user"}` need not be quoted.
enum CSVFields {
    /// Splits a line into `fields`, which is emptied first; returns what is wrong, as a sentence, or `nil`.
    static func split(_ line: UnsafeRawBufferPointer, into fields: inout [CSVField]) -> String? {
        fields.removeAll(keepingCapacity: true)
        var index = 0
        while true {
            index = line.skippingBlanks(from: index)
            if index < line.count, line[index] == quote {
                guard let end = quotedEnd(line, from: index + 1) else {
                    return "A quoted field is not closed on its line."
                }
                fields.append(CSVField(start: index + 1, end: end, isQuoted: true))
                index = line.skippingBlanks(from: end + 1)
                guard index == line.count || line[index] == comma else {
                    return "Field \(fields.count) goes on behind its closing quote."
                }
            } else {
                let start = index
                index = bareEnd(line, from: start)
                var end = index
                while end > start, line[end - 1].isBlank { end -= 1 }
                fields.append(CSVField(start: start, end: end, isQuoted: false))
            }
            if index == line.count { return nil }
            index += 1
        }
    }

    /// The closing quote of a field that begins at `start`; `nil` where there is none.
    private static func quotedEnd(_ line: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var index = start
        while let closing = line.place(of: quote, from: index) {
            guard closing + 1 < line.count, line[closing + 1] == quote else { return closing }
            index = closing + 2
        }
        return nil
    }

    /// The comma behind a bare field, or the end of the line.
    private static func bareEnd(_ line: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        var (isInBraces, isInQuotes) = (false, false)
        while index < line.count {
            switch line[index] {
            case comma where !isInBraces: return index
            case UInt8(ascii: "{") where !isInQuotes: isInBraces = true
            case UInt8(ascii: "}") where !isInQuotes: isInBraces = false
            case quote where isInBraces: isInQuotes.toggle()
            case UInt8(ascii: "\\") where isInQuotes: index += 1  // what a backslash escapes closes nothing
            default: break
            }
            index += 1
        }
        return line.count
    }

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
}
