/// A hash that is the same in every process, version and machine; for ids and for choosing a shard, not for secrets.
///
/// - Reference: FNV-1a 64 (Fowler, Noll, Vo), finished with the 64-bit mixer of MurmurHash3 so that the low bits are
///   usable on their own.
public struct StableHash: Sendable {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Starts with nothing taken.
    public init() {}

    /// Takes a text, ended by a byte that no UTF-8 text contains, so that `"ab","c"` differs from `"a","bc"`.
    public mutating func combine(_ text: String) {
        for byte in text.utf8 { combine(byte: byte) }
        combine(byte: 0xFF)
    }

    /// Takes a number, least significant byte first.
    public mutating func combine(_ number: Int64) {
        var rest = UInt64(bitPattern: number)
        for _ in 0..<8 {
            combine(byte: UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    /// The hash of all that was taken so far.
    public var value: UInt64 {
        var h = state
        h = (h ^ (h >> 33)) &* 0xff51_afd7_ed55_8ccd
        h = (h ^ (h >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        return h ^ (h >> 33)
    }

    /// ``value`` as 16 hex digits.
    public var hexDigits: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The hash of one text.
    public static func of(_ text: String) -> UInt64 {
        var hash = StableHash()
        hash.combine(text)
        return hash.value
    }

    private mutating func combine(byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
}
