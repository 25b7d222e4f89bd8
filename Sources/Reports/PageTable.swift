/// A table of a page. It is complete as it stands; the page's script lets people sort it by any column.
struct PageTable {
    /// What stands above a column.
    struct Column {
        /// The words.
        let title: String
        /// True for numbers, which stand to the right.
        let isFigure: Bool

        /// A column of numbers.
        static func figure(_ title: String) -> Column { Column(title: title, isFigure: true) }
        /// A column of text.
        static func text(_ title: String) -> Column { Column(title: title, isFigure: false) }
    }

    /// What stands in a place.
    struct Cell {
        /// What is seen.
        let content: Markup
        /// What is sorted by where that differs from what is seen.
        var key: String?
        /// How it looks.
        var style = ""

        /// Text from elsewhere.
        static func text(_ text: String) -> Cell { Cell(content: "\(text)") }
        /// A number; a dash where it is not known.
        static func count(_ count: Int?) -> Cell { Cell(content: "\(count.map(Wording.count) ?? "–")") }
    }

    /// A table of more rows has a window of its own, so that what follows is not far away.
    private static let mostOpenRows = 25

    /// What the table is about, for those who hear pages.
    let caption: String
    /// From left to right.
    let columns: [Column]
    /// From top to bottom; as many cells as columns each.
    let rows: [[Cell]]
    /// True where the box on top of the page filters the rows.
    var isFiltered = false

    /// The table in a box that scrolls where it is too wide or long. Columns in which nothing stands are left out.
    var markup: Markup {
        let shown = columns.indices.filter { column in rows.contains { !$0[column].content.text.isEmpty } }
        let heads = shown.map { index -> Markup in
            let column = columns[index]
            return "<th scope=\"col\" class=\"\(column.isFigure ? "figure" : "text")\">\(column.title)</th>"
        }
        let lines = rows.map { row -> Markup in
            "<tr>\(shown.map { Self.place(row[$0], in: columns[$0]) })</tr>\n"
        }
        let window = rows.count > Self.mostOpenRows ? "scroll long" : "scroll"
        let abilities = isFiltered ? "sortable filtered" : "sortable"
        return """
            <div class="\(window)" tabindex="0"><table class="\(abilities)">
            <caption>\(caption)</caption>
            <thead><tr>\(heads)</tr></thead>
            <tbody>
            \(lines)</tbody>
            </table></div>
            """
    }

    private static func place(_ cell: Cell, in column: Column) -> Markup {
        let names = [column.isFigure ? "figure" : "", cell.style].filter { !$0.isEmpty }.joined(separator: " ")
        let style: Markup = names.isEmpty ? "" : " class=\"\(names)\""
        let key = cell.key.map { key -> Markup in " data-key=\"\(key)\"" } ?? ""
        return "<td\(style)\(key)>\(cell.content)</td>"
    }
}
