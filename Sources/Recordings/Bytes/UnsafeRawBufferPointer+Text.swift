import Glibc

/// Pieces of input as text. In release builds a subscript is not checked: who calls stays within `0 ..< count`.
extension UnsafeRawBufferPointer {
    /// The place of the first such byte at or behind `start`.
    @inline(__always)
    func place(of byte: UInt8, from start: Int = 0) -> Int? {
        guard let baseAddress, start < count,
            let found = memchr(baseAddress + start, Int32(byte), count - start)
        else { return nil }
        return UnsafeRawPointer(found) - baseAddress
    }

    /// The bytes from `start` up to `end`, counted from 0 again.
    @inline(__always)
    func slice(_ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: self[start..<end])
    }

    /// True where both are the same bytes.
    @inline(__always)
    func isSame(as other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        guard let baseAddress, let otherAddress = other.baseAddress else { return true }
        return memcmp(baseAddress, otherAddress, count) == 0
    }

    /// True where these are the bytes of an ASCII word.
    func isWord(_ word: StaticString) -> Bool {
        isSame(as: UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    /// True where the bytes begin with those of an ASCII word.
    func begins(with word: StaticString) -> Bool {
        count >= word.utf8CodeUnitCount && slice(0, word.utf8CodeUnitCount).isWord(word)
    }

    /// Without the blanks and tabs at both ends.
    func trimmed() -> UnsafeRawBufferPointer {
        var (start, end) = (0, count)
        while start < end, self[start].isBlank { start += 1 }
        while end > start, self[end - 1].isBlank { end -= 1 }
        return slice(start, end)
    }

    /// The place of the first byte from `start` on that is no blank, or the end.
    func skippingBlanks(from start: Int) -> Int {
        var index = start
        while index < count, self[index].isBlank { index += 1 }
        return index
    }

    /// As text; what is not UTF-8 becomes U+FFFD.
    var text: String { String(decoding: self, as: UTF8.self) }
}

extension UInt8 {
    /// A blank or a tab.
    @inline(__always)
    var isBlank: Bool { self == 0x20 || self == 0x09 }

    /// One of `0` to `9`.
    @inline(__always)
    var isDigit: Bool { self &- 0x30 < 10 }

    /// An ASCII letter.
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
