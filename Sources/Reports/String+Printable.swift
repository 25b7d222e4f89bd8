extension Unicode.Scalar {
    /// False for what a terminal or a page obeys instead of showing it: controls, ends of lines, changes of direction,
    /// and what is no character at all.
    var isPrintable: Bool {
        switch value {
        case 0...0x1F, 0x7F...0x9F: false
        case 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: false
        default: value & 0xFFFE != 0xFFFE
        }
    }
}

extension String {
    /// A text from elsewhere, fit to be shown: what is not printable as `�`, and of more than `limit` scalars only the
    /// first, with `…` behind them. A name of a megabyte would stand in a report a thousand times.
    func printable(limit: Int = 300) -> String {
        var out = ""
        for scalar in unicodeScalars.prefix(limit) {
            out.unicodeScalars.append(scalar.isPrintable ? scalar : "\u{FFFD}")
        }
        return unicodeScalars.dropFirst(limit).isEmpty ? out : out + "…"
    }
}
