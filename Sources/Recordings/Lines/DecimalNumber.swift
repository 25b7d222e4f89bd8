/// Numbers as recordings write them: digits with an optional sign, fraction and exponent.
enum DecimalNumber {
    /// The nearest number; `nil` where the text is anything else (also `nan`, `inf` and hexadecimal) or too large.
    static func parse(_ text: UnsafeRawBufferPointer) -> Double? {
        var position = 0
        if let value = scan(text, &position), position == text.count { return value }
        guard text.allSatisfy(isPart), let value = Double(text.text), value.isFinite else { return nil }
        return value
    }

    /// The number at the front of a text, where it is nothing but a minus, digits, and a point between digits, 19 digits
    /// at most; `nil` for any other, with the position where it was.
    ///
    /// - Parameter position: Where the number begins; afterwards behind it.
    @inline(__always)
    static func scan(_ text: UnsafeRawBufferPointer, _ position: inout Int) -> Double? {
        var index = position
        let isNegative = index < text.count && text[index] == 0x2D
        if isNegative { index += 1 }
        var mantissa: UInt64 = 0
        var digits = scanDigits(text, &index, &mantissa)
        guard digits > 0 else { return nil }
        var decimals = 0
        if index < text.count, text[index] == 0x2E {
            index += 1
            decimals = scanDigits(text, &index, &mantissa)
            guard decimals > 0 else { return nil }
            digits += decimals
        }
        guard digits <= 19 else { return nil }
        position = index
        let value = quotient(mantissa, decimals)
        return isNegative ? -value : value
    }

    /// Goes on with a mantissa, which overflows silently behind the 19th digit; returns how many digits there were.
    @inline(__always)
    private static func scanDigits(_ text: UnsafeRawBufferPointer, _ index: inout Int, _ mantissa: inout UInt64) -> Int
    {
        let start = index
        while index < text.count, text[index].isDigit {
            mantissa = mantissa &* 10 &+ UInt64(text[index] &- 0x30)
            index += 1
        }
        return index - start
    }

    /// `mantissa` divided by ten to the power of `decimals`, rounded once.
    ///
    /// - Reference: Clinger (1990), "How to Read Floating Point Numbers Accurately", for the first two ways.
    @inline(__always)
    private static func quotient(_ mantissa: UInt64, _ decimals: Int) -> Double {
        if decimals == 0 { return Double(mantissa) }
        // Two numbers that a Double holds exactly: their division is rounded once.
        if mantissa <= 1 << 53 { return Double(mantissa) / powersOfTen[decimals] }
        return longQuotient(mantissa, decimals)
    }

    /// Divides in whole numbers: 63 or 64 bits of the quotient, and a last bit for all that follows, so that making it a
    /// `Double` is the only rounding.
    private static func longQuotient(_ mantissa: UInt64, _ decimals: Int) -> Double {
        let divisor = powersOfFive[decimals]
        let (up, divisorUp) = (mantissa.leadingZeroBitCount, divisor.leadingZeroBitCount)
        let dividend = mantissa << UInt64(up)
        let (quotient, remainder) = (divisor << UInt64(divisorUp))
            .dividingFullWidth((dividend >> 1, dividend << 63))
        let exponent = divisorUp - up - 63 - decimals
        return Double(quotient | (remainder == 0 ? 0 : 1)) * Double(sign: .plus, exponent: exponent, significand: 1)
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    ]

    private static let powersOfFive: [UInt64] = [
        1, 5, 25, 125, 625, 3125, 15_625, 78_125, 390_625, 1_953_125, 9_765_625, 48_828_125, 244_140_625,
        1_220_703_125, 6_103_515_625, 30_517_578_125, 152_587_890_625, 762_939_453_125, 3_814_697_265_625,
        19_073_486_328_125,
    ]

    private static func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
        default: false
        }
    }
}
