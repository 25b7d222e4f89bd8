/// Packs bytes as gzip without compressing them (RFC 1952 around one stored block of RFC 1951).
enum Gzip {
    static func pack(_ bytes: [UInt8]) -> [UInt8] {
        precondition(bytes.count < 1 << 16, "A stored block holds 65,535 bytes.")
        let count = UInt16(bytes.count)
        var out: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 1]
        out += littleEndian(count) + littleEndian(~count) + bytes
        return out + littleEndian(checksum(bytes)) + littleEndian(UInt32(count))
    }

    private static func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<MemoryLayout<Number>.size).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
    }
}
