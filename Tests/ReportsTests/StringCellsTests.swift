import Testing

@testable import Reports

@Suite struct StringCellsTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("ä", 1), ("a\u{308}", 1), ("温度", 4), ("ｶ", 1), ("█░…", 3), ("한국", 4), ("🌡", 2),
    ])
    func countsPlaces(text: String, cells: Int) {
        #expect(text.cells == cells)
    }

    @Test(arguments: [
        ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""), ("温度計", 5, "温度…"),
        ("温度計", 4, "温…"), ("温度計", 6, "温度計"), ("abc", -1, ""),
    ])
    func cuts(text: String, limit: Int, cut: String) {
        #expect(text.cut(toCells: limit) == cut)
        #expect(text.cut(toCells: limit).cells <= max(0, limit))
    }
}
