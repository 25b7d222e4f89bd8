/// Reads times as ``Timestamp`` does, faster where they resemble each other.
///
/// A date with a time is three parts: the day, the time of the day to the second, and the rest, which is a fraction and a
/// zone. Rows that follow each other share the day and the rest, whose lengths are remembered.
struct TimestampReader: Sendable {
    /// `YYYY-MM-DD`, as the numbers its bytes make.
    private var day: (UInt64, UInt16) = (0, 0)
    private var dayMilliseconds: Int64 = 0
    private var rest: [UInt8] = []
    private var restMilliseconds: Int64 = 0
    private var hasLearned = false

    /// Milliseconds since 1970 UTC; `nil` where the text is no time.
    @inline(__always)
    mutating func read(_ text: UnsafeRawBufferPointer) -> Int64? {
        guard text.count >= 19, Timestamp.isDate(text) else { return Timestamp.parse(text) }
        guard let clock = Self.clock(text) else { return Timestamp.parse(text) }
        if hasLearned, Self.day(text) == day, isRest(text) { return dayMilliseconds + clock + restMilliseconds }
        return learn(text, clock)
    }

    private mutating func learn(_ text: UnsafeRawBufferPointer, _ clock: Int64) -> Int64? {
        guard let day = Timestamp.parse(text.slice(0, 10)), let whole = Timestamp.parse(text) else { return nil }
        self.day = Self.day(text)
        dayMilliseconds = day
        rest = Array(text.slice(19, text.count))
        restMilliseconds = whole - day - clock
        hasLearned = true
        return whole
    }

    @inline(__always)
    private func isRest(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count == 19 + rest.count else { return false }
        return rest.isEmpty || rest.withUnsafeBytes { $0.isSame(as: text.slice(19, text.count)) }
    }

    @inline(__always)
    private static func day(_ text: UnsafeRawBufferPointer) -> (UInt64, UInt16) {
        (text.loadUnaligned(as: UInt64.self), text.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
    }

    /// The milliseconds of `HH:MM:SS` behind a day; `nil` where something else stands there, or a leap second.
    @inline(__always)
    private static func clock(_ text: UnsafeRawBufferPointer) -> Int64? {
        guard text[10] == 0x20 || text[10] | 0x20 == 0x74, text[13] == 0x3A, text[16] == 0x3A else { return nil }
        let (hour, minute, second) = (pair(text, 11), pair(text, 14), pair(text, 17))
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return Int64((hour * 60 + minute) * 60 + second) * 1000
    }

    /// Two digits as a number; 100 or more where there is anything else.
    @inline(__always)
    private static func pair(_ text: UnsafeRawBufferPointer, _ index: Int) -> Int {
        let (tens, ones) = (text[index] &- 0x30, text[index + 1] &- 0x30)
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : 100
    }
}
