/// Takes lines, words and numbers from the front of a text of the kernel, byte by byte.
struct ByteScanner {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// The next line without its line feed; `nil` at the end.
    mutating func line() -> ByteScanner? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
        defer { rest = rest[min(end + 1, rest.endIndex)...] }
        return ByteScanner(rest[..<end])
    }

    /// The next run of bytes that are not blank; `nil` at the end.
    mutating func word() -> ArraySlice<UInt8>? {
        rest = rest.drop(while: Self.isBlank)
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(where: Self.isBlank) ?? rest.endIndex
        defer { rest = rest[end...] }
        return rest[..<end]
    }

    /// The text up to a byte, which is dropped with it; `nil` with nothing taken where the byte does not occur.
    mutating func text(upTo byte: UInt8) -> ArraySlice<UInt8>? {
        guard let end = rest.firstIndex(of: byte) else { return nil }
        defer { rest = rest[(end + 1)...] }
        return rest[..<end]
    }

    /// Passes over so many words, or what is left of them.
    mutating func skip(words count: Int) {
        for _ in 0..<count where word() == nil { return }
    }

    /// The next word as an unsigned number; `nil` where it is anything else or too large for 64 bits.
    mutating func number() -> UInt64? {
        word().flatMap(Self.number)
    }

    /// The next so many words as unsigned numbers; `nil` unless all of them are.
    mutating func numbers(_ count: Int) -> [UInt64]? {
        var found: [UInt64] = []
        found.reserveCapacity(count)
        while found.count < count {
            guard let number = number() else { return nil }
            found.append(number)
        }
        return found
    }

    /// The next word as digits with an optional fraction, as in `0.46`.
    mutating func decimal() -> Double? {
        guard let word = word() else { return nil }
        let parts = word.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = Self.number(parts[0]) else { return nil }
        guard parts.count == 2 else { return Double(whole) }
        guard let fraction = Self.number(parts[1]) else { return nil }
        // One rounding only, so that what was printed as 3.53 is 3.53.
        let scale = (0..<parts[1].count).reduce(1.0) { scale, _ in scale * 10 }
        return (Double(whole) * scale + Double(fraction)) / scale
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
        guard !digits.isEmpty else { return nil }
        var value: UInt64 = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            let (product, productOverflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, sumOverflow) = product.addingReportingOverflow(UInt64(byte - 0x30))
            guard !productOverflow, !sumOverflow else { return nil }
            value = sum
        }
        return value
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A
    }
}
