/// What stands behind backslashes in the texts of JSON.
enum JSONEscapes {
    /// Puts the text without its escapes into `out`, which is emptied first; false where one of them is none.
    ///
    /// Half a pair of surrogates becomes U+FFFD.
    static func undo(_ text: UnsafeRawBufferPointer, into out: inout [UInt8]) -> Bool {
        out.removeAll(keepingCapacity: true)
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            guard byte == backslash else {
                out.append(byte)
                continue
            }
            guard index < text.count else { return false }
            let escape = text[index]
            index += 1
            if escape == UInt8(ascii: "u") {
                guard let scalar = scalar(text, &index) else { return false }
                out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            } else if let plain = plain(escape) {
                out.append(plain)
            } else {
                return false
            }
        }
        return true
    }

    private static func plain(_ escape: UInt8) -> UInt8? {
        switch escape {
        case UInt8(ascii: "\""), backslash, UInt8(ascii: "/"): escape
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    /// The scalar of `\uXXXX`, or of two of them where they are a pair of surrogates.
    private static func scalar(_ text: UnsafeRawBufferPointer, _ index: inout Int) -> Unicode.Scalar? {
        guard let unit = unit(text, &index) else { return nil }
        guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) ?? replacement }
        var next = index
        guard next + 1 < text.count, text[next] == backslash, text[next + 1] == UInt8(ascii: "u") else {
            return replacement
        }
        next += 2
        guard let second = self.unit(text, &next), UTF16.isTrailSurrogate(second) else { return replacement }
        index = next
        return Unicode.Scalar(0x10000 + UInt32(unit & 0x3FF) << 10 + UInt32(second & 0x3FF))
    }

    private static func unit(_ text: UnsafeRawBufferPointer, _ index: inout Int) -> UInt16? {
        guard index + 4 <= text.count else { return nil }
        var unit: UInt16 = 0
        for byte in text.slice(index, index + 4) {
            guard let digit = digit(byte) else { return nil }
            unit = unit << 4 | digit
        }
        index += 4
        return unit
    }

    private static func digit(_ byte: UInt8) -> UInt16? {
        if byte.isDigit { return UInt16(byte - 0x30) }
        let letter = (byte | 0x20) &- UInt8(ascii: "a")
        return letter < 6 ? UInt16(letter) + 10 : nil
    }

    private static let backslash = UInt8(ascii: "\\")
    private static let replacement: Unicode.Scalar = "\u{FFFD}"
}
