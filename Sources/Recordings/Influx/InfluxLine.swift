/// The parts of a line of the Influx line protocol: `measurement,tag=value field=1,other=2i timestamp`.
struct InfluxLine {
    /// One field with its value.
    struct Field: Equatable, Sendable {
        /// Where the name lies in the line.
        var start: Int
        var end: Int
        /// The number, NaN where it is none; `nil` for a text, which is no sample.
        var value: Double?
    }

    /// Behind the measurement and the tags.
    private(set) var headEnd = 0
    private(set) var fields: [Field] = []
    /// The text of the time; empty where there is none.
    private(set) var timestamp = 0..<0

    /// Reads a line without blanks at its ends; returns what is wrong with it, as a sentence.
    mutating func parse(_ line: UnsafeRawBufferPointer) -> String? {
        fields.removeAll(keepingCapacity: true)
        headEnd = Self.end(line, from: 0) { $0.isBlank }
        var index = line.skippingBlanks(from: headEnd)
        guard headEnd > 0, index < line.count else { return "\(Quotation.of(line)) has no fields." }
        while true {
            if let fault = parseField(line, &index) { return fault }
            guard index < line.count, line[index] == UInt8(ascii: ",") else { break }
            index += 1
        }
        guard index == line.count || line[index].isBlank else {
            return "\(Quotation.of(line.slice(index, line.count))) stands behind the fields."
        }
        timestamp = line.skippingBlanks(from: index)..<line.count
        return nil
    }

    /// Reads `name=value`; afterwards `index` is behind it.
    private mutating func parseField(_ line: UnsafeRawBufferPointer, _ index: inout Int) -> String? {
        let start = index
        let end = Self.end(line, from: start) { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ",") || $0.isBlank }
        guard end > start, end + 1 < line.count, line[end] == UInt8(ascii: "=") else {
            return "\(Quotation.of(line.slice(start, end))) is no field with a value."
        }
        if line[end + 1] == Self.quote {
            guard let closing = Self.closingQuote(line, from: end + 2) else {
                return "A text is not closed on its line."
            }
            index = closing + 1
            fields.append(Field(start: start, end: end, value: nil))
            return nil
        }
        index = end + 1
        while index < line.count, line[index] != UInt8(ascii: ","), !line[index].isBlank { index += 1 }
        let text = line.slice(end + 1, index)
        guard let value = Self.value(text) else { return SampleValue.fault(text) }
        fields.append(Field(start: start, end: end, value: value))
        return nil
    }

    /// The first byte that ends a part and is not escaped, or the end of the line.
    static func end(_ line: UnsafeRawBufferPointer, from start: Int, where isEnd: (UInt8) -> Bool) -> Int {
        var index = start
        while index < line.count, !isEnd(line[index]) {
            index += line[index] == backslash ? 2 : 1
        }
        return min(index, line.count)
    }

    private static func closingQuote(_ line: UnsafeRawBufferPointer, from start: Int) -> Int? {
        let index = end(line, from: start) { $0 == quote }
        return index < line.count ? index : nil
    }

    /// A number, a whole number with `i` or `u` behind it, or a truth as 0 or 1.
    private static func value(_ text: UnsafeRawBufferPointer) -> Double? {
        if let value = SampleValue.parse(text) { return value }
        if truths.contains(where: { text.isWord($0) }) { return 1 }
        if untruths.contains(where: { text.isWord($0) }) { return 0 }
        guard let last = text.last, last == UInt8(ascii: "i") || last == UInt8(ascii: "u") else { return nil }
        let digits = text.slice(0, text.count - 1)
        let start = digits.first == UInt8(ascii: "-") ? 1 : 0
        guard start < digits.count, digits.slice(start, digits.count).allSatisfy({ $0.isDigit }) else { return nil }
        return DecimalNumber.parse(digits)
    }

    private static let truths: [StaticString] = ["t", "T", "true", "True", "TRUE"]
    private static let untruths: [StaticString] = ["f", "F", "false", "False", "FALSE"]
    private static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
}
