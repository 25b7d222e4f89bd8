/// The fields of one line of CSV.
///
/// As RFC 4180 has it, but for three things. Blanks around a field do not count. A quoted field ends on its own line: one stray
/// quote must not swallow the rest of a file. And commas inside the braces of a bare field do not separate, so that
/// `cpu{host="a",mode="user"}` need not be quoted.
enum CSVFields {
    /// Splits a line into `fields`, which is emptied first; returns what is wrong, as a sentence, or `nil`.
    static func split(_ line: ArraySlice<UInt8>, into fields: inout [ArraySlice<UInt8>]) -> String? {
        fields.removeAll(keepingCapacity: true)
        var index = line.startIndex
        while true {
            while index < line.endIndex, isBlank(line[index]) { index += 1 }
            if index < line.endIndex, line[index] == quote {
                guard let field = quoted(line, &index) else { return "A quoted field is not closed on its line." }
                fields.append(field)
                guard index == line.endIndex || line[index] == comma else {
                    return "Field \(fields.count) goes on behind its closing quote."
                }
            } else {
                let end = bareEnd(line, from: index)
                fields.append(trimmedAtEnd(line[index..<end]))
                index = end
            }
            if index == line.endIndex { return nil }
            index += 1
        }
    }

    /// Reads from the opening quote up to behind the blanks that follow the closing one; `nil` where it is not closed.
    private static func quoted(_ line: ArraySlice<UInt8>, _ index: inout Int) -> ArraySlice<UInt8>? {
        var unescaped: [UInt8] = []
        var start = index + 1
        while let closing = line[start...].firstIndex(of: quote) {
            index = closing + 1
            guard index < line.endIndex, line[index] == quote else {
                while index < line.endIndex, isBlank(line[index]) { index += 1 }
                return unescaped.isEmpty ? line[start..<closing] : (unescaped + line[start..<closing])[...]
            }
            unescaped += line[start...closing]
            start = closing + 2
        }
        return nil
    }

    /// The comma behind a bare field, or the end of the line.
    private static func bareEnd(_ line: ArraySlice<UInt8>, from start: Int) -> Int {
        var index = start
        var (isInBraces, isInQuotes) = (false, false)
        while index < line.endIndex {
            switch line[index] {
            case comma where !isInBraces: return index
            case 0x7B where !isInQuotes: isInBraces = true
            case 0x7D where !isInQuotes: isInBraces = false
            case quote where isInBraces: isInQuotes.toggle()
            case 0x5C where isInQuotes: index += 1  // what a backslash escapes closes nothing
            default: break
            }
            index += 1
        }
        return line.endIndex
    }

    private static func trimmedAtEnd(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let last = field.lastIndex(where: { !isBlank($0) }) else { return field.prefix(0) }
        return field[...last]
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static let quote: UInt8 = 0x22
    private static let comma: UInt8 = 0x2C
}
