/// Reads fixed-width digits and single characters from the front of a text; all that a time stamp needs.
struct DigitScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: some StringProtocol) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    /// The next character if it is this ASCII one.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(truncatingIfNeeded: character.value) else {
            return false
        }
        position += 1
        return true
    }

    /// Exactly so many digits as a number, or `nil` with nothing taken.
    mutating func number(digits: Int) -> Int64? {
        guard position + digits <= bytes.count else { return nil }
        var value: Int64 = 0
        for byte in bytes[position..<position + digits] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int64(byte - 0x30)
        }
        position += digits
        return value
    }

    /// `HH:MM[:SS[.fraction]]` in milliseconds; digits behind the third of a fraction are dropped.
    mutating func timeOfDay() -> Int64? {
        guard let hour = number(digits: 2), take(":"), let minute = number(digits: 2), hour <= 24, minute < 60 else {
            return nil
        }
        var total = hour * 3_600_000 + minute * 60_000
        if take(":") {
            guard let second = number(digits: 2), second <= 60 else { return nil }
            total += second * 1000
            if take(".") || take(",") {
                guard let fraction = fractionInMilliseconds() else { return nil }
                total += fraction
            }
        }
        return total
    }

    /// `Z`, `±HH:MM`, `±HHMM`, `±HH` or nothing, as milliseconds east of UTC.
    mutating func zoneOffset() -> Int64? {
        if isAtEnd || take("Z") || take("z") { return 0 }
        let sign: Int64
        if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
        guard let hours = number(digits: 2), hours <= 23 else { return nil }
        if isAtEnd { return sign * hours * 3_600_000 }
        _ = take(":")
        guard let minutes = number(digits: 2), minutes < 60 else { return nil }
        return sign * (hours * 60 + minutes) * 60_000
    }

    private mutating func fractionInMilliseconds() -> Int64? {
        var value: Int64 = 0
        var scale: Int64 = 100
        var taken = 0
        while let digit = number(digits: 1) {
            value += digit * scale
            scale /= 10
            taken += 1
        }
        return taken == 0 ? nil : value
    }
}
