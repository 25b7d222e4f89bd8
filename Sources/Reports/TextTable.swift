/// A table for a terminal or a log: aligned columns with a rule below their titles.
package struct TextTable: Sendable {
    /// What stands above a column.
    package struct Column: Sendable {
        let title: String
        let isFigure: Bool
        let mayBeCut: Bool

        /// A column of numbers, which stand to the right and are never cut.
        package static func figure(_ title: String) -> Column { Column(title: title, isFigure: true, mayBeCut: false) }
        /// A column of words or times of which a part would mislead.
        package static func word(_ title: String) -> Column { Column(title: title, isFigure: false, mayBeCut: false) }
        /// A column of text, cut where the terminal is narrow.
        package static func text(_ title: String) -> Column { Column(title: title, isFigure: false, mayBeCut: true) }
    }

    /// What stands in a place. It may come from elsewhere: nothing in it controls the terminal.
    package struct Cell: Sendable, ExpressibleByStringLiteral {
        let text: String
        let style: TextStyle

        /// Text and how it looks.
        package init(_ text: String, _ style: TextStyle = .plain) {
            self.text = text.printable()
            self.style = style
        }

        /// Text that stands in the code.
        package init(stringLiteral text: String) {
            self.init(text)
        }
    }

    /// Between two columns.
    private static let gap = 2
    /// Text is not cut below it while there is a column to leave out; of a shorter name one knows too little.
    private static let leastText = 20

    /// From left to right.
    package let columns: [Column]
    /// From top to bottom.
    package let rows: [[Cell]]

    /// A table; each row has as many cells as there are columns.
    package init(columns: [Column], rows: [[Cell]]) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "A row has a cell for each column.")
        self.columns = columns
        self.rows = rows
    }

    /// The lines, no wider than `width`; as wide as they need to be, and with ASCII rules, where that is `nil`.
    ///
    /// Columns in which nothing stands take no room. Where the room is short, text is cut first, the widest column
    /// before the others; then columns are left out, the last first.
    package func lines(width: Int?, hasColours: Bool = false) -> [String] {
        let widths = widths(within: width)
        let titles = line(columns.map { Cell($0.title, .soft) }, widths, hasColours)
        let rule = widths.filter { $0 > 0 }.map { String(repeating: width == nil ? "-" : "─", count: $0) }
            .joined(separator: String(repeating: " ", count: Self.gap))
        return [titles, TextStyle.soft.painted(rule, hasColours: hasColours)]
            + rows.map { line($0, widths, hasColours) }
    }

    private func widths(within limit: Int?) -> [Int] {
        var natural = columns.indices.map { column in
            let widest = rows.reduce(0) { max($0, $1[column].text.cells) }
            return widest == 0 && !rows.isEmpty ? 0 : max(widest, columns[column].title.cells)
        }
        guard let limit else { return natural }
        while true {
            let widths = cut(natural, to: limit)
            if Self.total(widths) <= limit { return widths }
            guard natural.count(where: { $0 > 0 }) > 1, let last = natural.lastIndex(where: { $0 > 0 }) else {
                return widths.map { min($0, max(0, limit)) }
            }
            natural[last] = 0
        }
    }

    /// Takes from the widest column of text until all fits, or until none is wider than names have to be.
    private func cut(_ natural: [Int], to limit: Int) -> [Int] {
        var widths = natural
        while Self.total(widths) > limit {
            let texts = columns.indices.filter { columns[$0].mayBeCut && widths[$0] > Self.leastText }
            guard let widest = texts.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
        }
        return widths
    }

    private static func total(_ widths: [Int]) -> Int {
        let shown = widths.filter { $0 > 0 }
        return shown.reduce(0, +) + gap * max(0, shown.count - 1)
    }

    private func line(_ cells: [Cell], _ widths: [Int], _ hasColours: Bool) -> String {
        var out = ""
        var owed = 0
        for (column, cell) in cells.enumerated() where widths[column] > 0 {
            let text = cell.text.cut(toCells: widths[column])
            let air = widths[column] - text.cells
            // Blanks are written when something follows them: no line ends in one.
            owed += columns[column].isFigure ? air : 0
            if !text.isEmpty {
                out += String(repeating: " ", count: owed) + cell.style.painted(text, hasColours: hasColours)
                owed = 0
            }
            owed += (columns[column].isFigure ? 0 : air) + Self.gap
        }
        return out
    }
}
