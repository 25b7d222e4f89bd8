/// Sizes as people write them: `64KiB`, `16MiB`, `1GiB`, or plain bytes.
enum ByteCount {
    /// Largest first.
    private static let units: [(name: String, bytes: Int)] = [
        ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("", 1),
    ]

    /// A whole number and a unit; `nil` for anything else, also for too large ones.
    static func parse(_ text: String) -> Int? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        let name = text[digits.endIndex...]
        guard let count = Int(digits), let unit = units.first(where: { $0.name == name }) else { return nil }
        let (bytes, overflow) = count.multipliedReportingOverflow(by: unit.bytes)
        return overflow ? nil : bytes
    }

    /// In the largest unit that leaves a whole number; `bytes` is not negative.
    static func text(_ bytes: Int) -> String {
        for unit in units where bytes >= unit.bytes && bytes % unit.bytes == 0 {
            return "\(bytes / unit.bytes)\(unit.name)"
        }
        return "\(bytes)"
    }
}
