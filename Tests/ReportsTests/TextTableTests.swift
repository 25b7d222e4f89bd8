import Samples
import Testing

@testable import Reports

@Suite struct TextTableTests {
    private let table = TextTable(
        columns: [.text("Series"), .figure("Count")], rows: [["cpu", "12"], ["memory{host=\"a\"}", "1,234"]])
    private let wide = TextTable(
        columns: [.word("Time"), .text("Series"), .figure("Count")],
        rows: [["12:04:05", "memory_available_bytes{host=\"a\"}", "1,234"]])

    @Test func alignsColumns() {
        #expect(
            table.lines(width: nil) == [
                "Series            Count",
                "----------------  -----",
                "cpu                  12",
                "memory{host=\"a\"}  1,234",
            ])
    }

    @Test func cutsTextWhereTheRoomIsShort() {
        #expect(
            wide.lines(width: 40) == [
                "Time      Series                   Count",
                "────────  ───────────────────────  ─────",
                "12:04:05  memory_available_bytes…  1,234",
            ])
    }

    @Test func leavesOutNumbersRatherThanCuttingThem() {
        #expect(wide.lines(width: 34)[2] == "12:04:05  memory_available_bytes{…")
        #expect(wide.lines(width: 29)[2] == "12:04:05")
        #expect(table.lines(width: 18) == ["Series", "────────────────", "cpu", "memory{host=\"a\"}"])
        #expect(table.lines(width: 5) == ["Seri…", "─────", "cpu", "memo…"])
        #expect(table.lines(width: 0) == ["", "", "", ""])
    }

    @Test func leavesOutEmptyColumnsAndBlanksAtTheEnd() {
        let table = TextTable(
            columns: [.text("A"), .text("Empty"), .text("B")], rows: [["1", "", ""], ["22", "", "x"]])
        #expect(table.lines(width: nil) == ["A   B", "--  -", "1", "22  x"])
        #expect(TextTable(columns: [], rows: []).lines(width: 5) == ["", ""])
    }

    @Test func paintsTextOnly() {
        let table = TextTable(columns: [.figure("N")], rows: [[.init("7", .red)], [.init("12")]])
        #expect(
            table.lines(width: nil, hasColours: true) == [
                " \u{1B}[2mN\u{1B}[0m", "\u{1B}[2m--\u{1B}[0m", " \u{1B}[31m7\u{1B}[0m", "12",
            ])
    }

    @Test func isNeverWiderThanTheTerminal() {
        var generator = SeededGenerator(seed: 1)
        let pieces = ["a", "12", "温度", "e\u{301}", "\u{1B}", "long-name", " ", evil]
        for _ in 0..<500 {
            let columns = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                Bool.random(using: &generator) ? TextTable.Column.text("Title") : .figure("温度")
            }
            let rows = (0..<4).map { _ in
                columns.map { _ in
                    TextTable.Cell(
                        (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                            pieces.randomElement(using: &generator) ?? ""
                        }.joined())
                }
            }
            let width = Int.random(in: 0...120, using: &generator)
            for line in TextTable(columns: columns, rows: rows).lines(width: width) {
                #expect(line.cells <= width)
                #expect(line.unicodeScalars.allSatisfy { $0.isPrintable })
            }
        }
    }
}
