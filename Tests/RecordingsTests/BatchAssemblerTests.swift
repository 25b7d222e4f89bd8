import Samples
import Testing

@testable import Recordings

@Suite struct BatchAssemblerTests {
    private let time = EventTime(seconds: 1)

    @Test func fillsBatchesToTheirCapacity() {
        var assembler = BatchAssembler(capacity: 2)
        for value in 0..<5 { assembler.append(SeriesKey("a"), column: 0, time, Double(value)) }
        #expect(assembler.takeFull().map(\.values) == [[0, 1], [2, 3]])
        #expect(assembler.takeFull().isEmpty)
        #expect(assembler.takeAll().map(\.values) == [[4]])
        #expect(assembler.takeAll().isEmpty)
    }

    @Test func aTableHoldsOnlyTheSeriesOfItsBatch() {
        var assembler = BatchAssembler(capacity: 2)
        for (column, name) in ["a", "b", "c"].enumerated() {
            assembler.append(SeriesKey(name), column: column, time, 1)
        }
        #expect(assembler.takeAll().map(\.series) == [[SeriesKey("a"), SeriesKey("b")], [SeriesKey("c")]])
    }

    @Test func aSeriesWrittenInTwoWaysStandsInTheTableOnce() {
        var assembler = BatchAssembler(capacity: 4)
        for text in ["m{a=\"1\",b=\"2\"}", "m{b=\"2\", a=\"1\"}", "m{a=\"1\",b=\"2\"}"] {
            let isTaken = assembler.append(text: Array(text.utf8)[...], time, 1)
            #expect(isTaken)
        }
        let batches = assembler.takeAll()
        #expect(batches.map(\.series) == [[SeriesKey("m", ["a": "1", "b": "2"])]])
        #expect(batches.map(\.seriesIndex) == [[0, 0, 0]])
    }

    @Test func textThatNamesNoSeriesAddsNothing() {
        var assembler = BatchAssembler(capacity: 4)
        for text in ["m{", "", "m}"] {
            let isTaken = assembler.append(text: Array(text.utf8)[...], time, 1)
            #expect(!isTaken)
        }
        #expect(assembler.takeAll().isEmpty)
    }
}
