extension Unicode.Scalar {
    /// How many places of a terminal it takes: none for marks that sit on others, two for wide letters and pictures.
    ///
    /// - Reference: Unicode Standard Annex 11, "East Asian Width", its wide and full-width blocks.
    var cells: Int {
        guard value >= 0x300 else { return 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
            0x1F900...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}

extension Character {
    /// How many places of a terminal it takes: as many as its widest scalar.
    var cells: Int { unicodeScalars.reduce(0) { max($0, $1.cells) } }
}

extension String {
    /// How many places of a terminal it takes.
    var cells: Int { reduce(0) { $0 + $1.cells } }

    /// At most `limit` places of it, the last of them `…` where it was cut.
    func cut(toCells limit: Int) -> String {
        guard cells > limit else { return self }
        guard limit > 0 else { return "" }
        var (out, used) = ("", 0)
        for character in self {
            guard used + character.cells < limit else { break }
            out.append(character)
            used += character.cells
        }
        return out + "…"
    }
}
