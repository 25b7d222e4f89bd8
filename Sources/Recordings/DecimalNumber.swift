/// Numbers as recordings write them: digits with an optional sign, fraction and exponent.
enum DecimalNumber {
    /// Powers of ten that a `Double` holds exactly.
    private static let powers: [Double] = (0...22).map { exponent in
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    /// The nearest number; `nil` where the text is anything else (also `nan`, `inf` and hexadecimal) or too large.
    static func parse(_ text: ArraySlice<UInt8>) -> Double? {
        if let value = exact(text) { return value }
        guard text.allSatisfy(isPart), let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
            return nil
        }
        return value
    }

    /// Up to 15 digits and no exponent: one division of two exact numbers, hence rounded once and right.
    ///
    /// - Reference: Clinger (1990), "How to Read Floating Point Numbers Accurately".
    private static func exact(_ text: ArraySlice<UInt8>) -> Double? {
        let isNegative = text.first == 0x2D
        var (mantissa, digits, decimals) = (0, 0, 0)
        var isInFraction = false
        for byte in isNegative ? text.dropFirst() : text {
            if byte == 0x2E, !isInFraction {
                isInFraction = true
                continue
            }
            guard (0x30...0x39).contains(byte), digits < 15 else { return nil }
            mantissa = mantissa * 10 + Int(byte - 0x30)
            digits += 1
            if isInFraction { decimals += 1 }
        }
        guard digits > decimals, !isInFraction || decimals > 0 else { return nil }
        let value = Double(mantissa) / powers[decimals]
        return isNegative ? -value : value
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
        default: false
        }
    }
}
