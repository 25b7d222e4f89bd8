internal import Samples

/// Writes JSON in UTF-8, without blanks, members in the order given.
///
/// Swift's texts are always well-formed Unicode (a lone surrogate became U+FFFD when the text was made), so what is
/// written can always be read.
struct JSONWriter {
    /// What was written so far.
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// One whole document.
    static func document(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        body(&writer)
        return writer.bytes
    }

    /// An object; the closure writes its members.
    mutating func object(_ members: (inout JSONWriter) -> Void) {
        nest(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    /// An array of what the closure writes for each element.
    mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void) {
        nest(UInt8(ascii: "["), UInt8(ascii: "]")) { writer in
            for element in elements { body(&writer, element) }
        }
    }

    /// The name of the member whose value is written next.
    mutating func name(_ name: String) {
        text(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A text; `"`, `\` and control characters are escaped.
    mutating func text(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 { append(escaping: byte) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The shortest digits that read as the same number; null where it is not finite, since JSON has no such numbers; a word for a
    /// stale marker.
    mutating func number(_ number: Double) {
        guard !StaleMarker.isMarker(number) else { return literal("\"stale\"") }
        literal(number.isFinite ? number.description : "null")
    }

    /// A whole number.
    mutating func integer(_ number: Int64) {
        literal(String(number))
    }

    /// Nothing.
    mutating func null() {
        literal("null")
    }

    private mutating func literal(_ literal: String) {
        separate()
        bytes.append(contentsOf: literal.utf8)
    }

    private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(open)
        needsComma = false
        body(&self)
        bytes.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func append(escaping byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case 0..<0x20:
            bytes.append(contentsOf: byte < 0x10 ? "\\u000".utf8 : "\\u00".utf8)
            bytes.append(contentsOf: String(byte, radix: 16).utf8)
        default: bytes.append(byte)
        }
    }
}

extension JSONWriter {
    /// A member that is a text, or null where there is none.
    mutating func member(_ name: String, _ value: String?) {
        self.name(name)
        if let value { text(value) } else { null() }
    }

    /// A member that is a number.
    mutating func member(_ name: String, _ value: Double) {
        self.name(name)
        number(value)
    }

    /// A member that is a whole number.
    mutating func member(_ name: String, _ value: Int) {
        self.name(name)
        integer(Int64(value))
    }
}
