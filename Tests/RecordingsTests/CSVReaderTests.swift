import Samples
import Testing

@testable import Recordings

@Suite struct CSVReaderTests {
    private struct Found: Equatable {
        var samples: [String] = []
        var badLines: [String] = []
        var sizes: [Int] = []

        mutating func add(_ output: CSVReader.Output) {
            for batch in output.batches {
                sizes.append(batch.count)
                for row in 0..<batch.count {
                    let key = batch.series[Int(batch.seriesIndex[row])]
                    samples.append("\(key) \(batch.times[row]) \(batch.values[row])")
                }
            }
            badLines += output.badLines.map(\.description)
        }
    }

    private func read(_ text: String, capacity: Int = 100, lineLimit: Int = 1 << 20, splitAt: Int? = nil) -> Found {
        let bytes = Array(text.utf8)
        var reader = CSVReader(
            file: "f", series: SeriesKey("dir/f"), batchCapacity: capacity, lineLimitBytes: lineLimit)
        var found = Found()
        let split = splitAt ?? bytes.count
        for piece in [bytes[..<split], bytes[split...]] { found.add(reader.read(piece)) }
        found.add(reader.finish())
        #expect(reader.sampleCount == found.samples.count)
        #expect(reader.badLineCount == found.badLines.count)
        return found
    }

    private let single = "\u{FEFF}timestamp,value\r\n1,1.5\r\n\r\n2014-04-10 07:15:00,-2\r\nbad,3\r\n3,\r\n4,x\r\n5,6"
    private let wide = """
        timestamp,cpu,"mem{host=""a,b"",service=""cart""}",
        1,10,20,
        2,,21,
        3,11,,
        4,N/A,22,
        5,12
        6,nan,,
        7,nan,x,
        8,13,23,24

        """
    private let long = """
        timestamp,series,value
        1,cpu,10
        1,"mem{host=""a"",service=""cart""}",20
        2,mem{service="cart",host="a"},21
        3,mem{,22
        3,,22
        4,cpu,
        5,cpu,ten
        6,"cpu,5
        7,cpu,70

        """

    @Test func readsASingleSeries() {
        let found = read(single)
        #expect(found.samples == ["dir/f 1000 1.5", "dir/f 1397114100000 -2.0", "dir/f 5000 6.0"])
        #expect(found.badLines == ["f:5: \"bad\" is no time.", "f:7: \"x\" is not a finite number."])
    }

    @Test func readsAWideTable() {
        let found = read(wide)
        let memory = "mem{host=\"a,b\",service=\"cart\"}"
        #expect(
            found.samples == [
                "cpu 1000 10.0", "\(memory) 1000 20.0", "\(memory) 2000 21.0", "cpu 3000 11.0", "\(memory) 4000 22.0",
                "cpu 8000 13.0", "\(memory) 8000 23.0",
            ])
        #expect(
            found.badLines == [
                "f:1: Column 4, \"\", is no name of a series and is left out.",
                "f:5: Column 2: \"N/A\" is not a finite number.",
                "f:6: The line has 2 fields where the header has 4.",
                "f:7: Column 2: \"nan\" is not a finite number.",
                "f:8: Column 2: \"nan\" is not a finite number. 1 more of its cells are none.",
            ])
    }

    @Test func readsALongTable() {
        let found = read(long)
        let memory = "mem{host=\"a\",service=\"cart\"}"
        #expect(
            found.samples == ["cpu 1000 10.0", "\(memory) 1000 20.0", "\(memory) 2000 21.0", "cpu 7000 70.0"])
        #expect(
            found.badLines == [
                "f:5: The line has 2 fields where the header has 3.", "f:6: \"\" is no name of a series.",
                "f:8: \"ten\" is not a finite number.", "f:9: A quoted field is not closed on its line.",
            ])
    }

    @Test func givesTheSameWhereverTheBytesAreSplit() {
        for text in [single, wide, long] {
            let whole = read(text, capacity: 2)
            #expect(whole.sizes.dropLast().allSatisfy { $0 == 2 })
            for split in 0...text.utf8.count { #expect(read(text, capacity: 2, splitAt: split) == whole) }
        }
    }

    @Test func givesTheSameByteByByte() {
        for text in [single, wide, long] {
            var reader = CSVReader(file: "f", series: SeriesKey("dir/f"), batchCapacity: 3)
            var found = Found()
            for byte in text.utf8 { found.add(reader.read([byte])) }
            found.add(reader.finish())
            #expect(found == read(text, capacity: 3))
        }
    }

    @Test(arguments: [1, 2, 5, 9, 10, 11])
    func batchesHoldNoMoreThanTheirCapacity(_ capacity: Int) {
        let rows = (1...10).map { "\($0),\($0)\n" }.joined()
        let sizes = read("timestamp,value\n" + rows, capacity: capacity).sizes
        #expect(sizes.allSatisfy { $0 <= capacity } && sizes.reduce(0, +) == 10)
        #expect(sizes.count == (9 + capacity) / capacity)
    }

    @Test(arguments: ["1,5\n2,6\n", "a;b\n1;2\n", "timestamp\n1\n", "\"timestamp,value\n1,2\n", "\n\n5\n\n"])
    func withoutHeaderTheRestIsNotLookedAt(_ text: String) {
        let bytes = Array(text.utf8)
        var reader = CSVReader(file: "f", series: SeriesKey("s"))
        var found = Found()
        for byte in bytes { found.add(reader.read([byte])) }
        found.add(reader.finish())
        #expect(found.samples.isEmpty)
        #expect(found.badLines.count == 1)
        #expect(reader.isRefused)
    }

    @Test(arguments: ["", "\n \n\t\r\n", "\u{FEFF}", "timestamp,value", "timestamp,value\n\n"])
    func filesWithoutSamplesGiveNothing(_ text: String) {
        #expect(read(text) == Found())
    }

    @Test func aLineThatIsTooLongIsToldAndPassedOver() {
        let long = String(repeating: "9", count: 100)
        let found = read("timestamp,value\n1,2\n1,\(long)\n3,4\n5,\(long)", lineLimit: 50)
        #expect(found.samples == ["dir/f 1000 2.0", "dir/f 3000 4.0"])
        #expect(
            found.badLines == ["f:3: The line is longer than 50 bytes.", "f:5: The line is longer than 50 bytes."])
        #expect(read("timestamp,\(long)\n1,2\n", lineLimit: 50).samples.isEmpty)
    }

    @Test func bytesThatAreNoTextAreBadLinesAndNothingWorse() {
        var bytes = Array("timestamp,series,value\n".utf8)
        for byte in UInt8.min...UInt8.max where byte != 0x0A { bytes += [0x31, 0x2C, byte, 0x2C, byte, 0x0A] }
        var reader = CSVReader(file: "f", series: SeriesKey("s"))
        let output = reader.read(bytes[...])
        #expect(!reader.isRefused && output.badLines.count > 200)
        #expect(reader.finish().batches.reduce(0) { $0 + $1.count } == 10)
    }

    @Test func flushGivesWhatIsThere() {
        var reader = CSVReader(file: "f", series: SeriesKey("s"), batchCapacity: 100)
        #expect(reader.read(Array("timestamp,value\n1,2\n3,".utf8)[...]).batches.isEmpty)
        #expect(reader.flush().batches.map(\.values) == [[2]])
        #expect(reader.read(Array("4\n".utf8)[...]).batches.isEmpty)
        #expect(reader.finish().batches.map(\.values) == [[4]])
    }
}
