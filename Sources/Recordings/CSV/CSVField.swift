/// Where a field of a line of CSV lies: between the quotes, where there are any.
struct CSVField: Equatable, Sendable {
    var start: Int
    var end: Int
    var isQuoted: Bool

    /// The field as it stands in the line, without its quotes.
    func bytes(of line: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        line.slice(start, end)
    }

    /// The field with its quotes, whose meaning depends on nothing else.
    func raw(of line: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        isQuoted ? line.slice(start - 1, end + 1) : bytes(of: line)
    }

    /// What the field means: of two quotes inside quotes one is left.
    func text(of line: UnsafeRawBufferPointer) -> String {
        let bytes = bytes(of: line)
        guard isQuoted, bytes.contains(Self.quote) else { return bytes.text }
        var unescaped: [UInt8] = []
        var isFirst = false
        for byte in bytes {
            isFirst = byte == Self.quote && !isFirst
            if byte != Self.quote || isFirst { unescaped.append(byte) }
        }
        return String(decoding: unescaped, as: UTF8.self)
    }

    private static let quote = UInt8(ascii: "\"")
}
