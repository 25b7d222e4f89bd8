import Testing

@testable import Reports

@Suite struct ChartBookTests {
    private func series(_ name: String) -> FileSeries { FileSeries(file: "a.csv", series: name) }

    private func add(_ book: inout ChartBook, _ number: Int, time: Int64 = 0) {
        book.add(number, time: time, value: 1, expected: nil, lower: nil, upper: nil)
    }

    @Test func keepsAllAsLongAsThereIsRoom() {
        var book = ChartBook(limit: 2)
        let (a, b) = (book.open(series("a")), book.open(series("b")))
        add(&book, a)
        add(&book, b)
        #expect(book.leftOut.isEmpty)
        #expect(book.entries.map { $0.chart?.samples } == [1, 1])
    }

    @Test func ratesAndValuesAreNotDrawnTogether() {
        var book = ChartBook(limit: 1)
        let a = book.open(series("a"))
        add(&book, a)
        #expect(!book.isOfRates(a))
        for time in [1, 2] as [Int64] {
            book.add(a, time: time, value: 1, isRate: true, expected: nil, lower: nil, upper: nil)
        }
        #expect(book.isOfRates(a) && book.entries[a].chart?.samples == 2)
    }

    @Test func keepsTheLoudest() {
        var book = ChartBook(limit: 2)
        let numbers = ["a", "b", "c"].map { book.open(series($0)) }
        book.countAnomaly(of: numbers[0])
        add(&book, numbers[2])
        #expect(book.leftOut == [series("c")])
        book.countAnomaly(of: numbers[2])
        add(&book, numbers[2])
        #expect(book.leftOut == [series("b")])
        #expect(book.entries[2].startsLate)
        #expect(book.entries[2].chart?.samples == 1)
        book.countAnomaly(of: numbers[1])
        #expect(book.leftOut == [series("b")], "As loud as the quietest is not louder.")
        book.countAnomaly(of: numbers[1])
        #expect(book.leftOut == [series("c")], "Of equally quiet ones the youngest goes.")
    }

    @Test func givesAwayChartsOfSeriesThatEndedQuietly() {
        var book = ChartBook(limit: 1)
        for name in ["a", "b", "c"] {
            let number = book.open(series(name))
            add(&book, number)
            if name == "c" { book.countAnomaly(of: number) }
            book.close(number)
        }
        let late = book.open(series("d"))
        add(&book, late)
        #expect(book.entries.map { $0.chart != nil } == [false, false, true, false])
        #expect(!book.entries[2].startsLate)
        #expect(book.leftOut.count == 3)
    }

    @Test func neverHoldsMoreChartsThanItMay() {
        var book = ChartBook(limit: 3)
        for round in 0..<200 {
            let number = book.open(series("\(round)"))
            for _ in 0..<(round * 7 % 5) { book.countAnomaly(of: round * 13 % (number + 1)) }
            if round.isMultiple(of: 3) { book.close(number) }
            #expect(book.entries.count { $0.chart != nil } == min(round + 1, 3))
        }
        let held = book.entries.filter { $0.chart != nil }.map(\.anomalies).min() ?? 0
        let others = book.entries.filter { $0.chart == nil }.map(\.anomalies).max() ?? 0
        #expect(held >= others)
    }
}
