import Samples
import Testing

@testable import Recordings

@Suite struct CSVLinesTests {
    @Test func readsASingleSeries() {
        #expect(
            Reading.told(FormatExamples.single) == [
                "dir/f 1000 1.5", "dir/f 1397114100000 -2.0", "f:5: \"bad\" is no time.",
                "f:7: \"x\" is not a finite number.", "dir/f 5000 6.0", "dir/f 1397114105000 1.0",
                "dir/f 1397114110000 2.0", "dir/f 1397110500000 3.0", "dir/f 8000 9.0", "dir/f 8000 7.0",
                "dir/f 9000 8.0",
            ])
    }

    @Test func countsWhatIsOdd() {
        var parser = Reading.parser()
        _ = Reading.feed(Array(FormatExamples.single.utf8), to: &parser)
        let counts = parser.counts
        #expect(counts.samples == 9)
        #expect([.badLine, .empty, .duplicate, .stepBack].map { counts[$0].count } == [2, 2, 1, 3])
        #expect([.badLine, .empty, .duplicate, .stepBack].map { counts[$0].firstLine } == [5, 6, 14, 8])
    }

    @Test func readsAWideTable() {
        let memory = "mem{host=\"a,b\",service=\"cart\"}"
        #expect(
            Reading.told(FormatExamples.wide) == [
                "f:1: Column 4, \"\", is no name of a series and is left out.", "cpu 1000 10.0", "\(memory) 1000 20.0",
                "\(memory) 2000 21.0", "cpu 3000 11.0", "\(memory) 4000 22.0",
                "f:5: Column 2: \"N/A\" is not a finite number.", "f:6: The line has 2 fields where the header has 4.",
                "f:8: Column 2: \"y\" is not a finite number. 1 more of its cells are none.", "cpu 8000 13.0",
                "\(memory) 8000 23.0",
            ])
    }

    @Test func readsALongTable() {
        let memory = "mem{host=\"a\",service=\"cart\"}"
        #expect(
            Reading.told(FormatExamples.long) == [
                "cpu 1000 10.0", "\(memory) 1000 20.0", "cpu 2000 10.0", "\(memory) 2000 20.0", "\(memory) 2000 21.0",
                "f:7: The line has 2 fields where the header has 3.", "f:8: \"\" is no name of a series.",
                "f:10: \"ten\" is not a finite number.", "f:11: A quoted field is not closed on its line.",
                "cpu 7000 70.0", "cpus 7000 71.0", "cpu 7000 72.0",
            ])
    }

    @Test func repeatsRowsAndTimestamps() {
        let samples = Reading.samples(Reading.events(Array(FormatExamples.wide.utf8), keepsOrigins: true))
        #expect(samples.compactMap(\.origins).flatMap(\.rows) == (2...9).flatMap { [$0, $0] })
        let text = "timestamp,value\n\"2014-04-10 07:15:00\",1\n 5 ,2\n6.0,3\n"
        let origins = Reading.samples(Reading.events(Array(text.utf8), keepsOrigins: true)).compactMap(\.origins)
        #expect(
            origins.flatMap { origins in
                (0..<origins.count).map { String(decoding: origins.timestamp(of: $0), as: UTF8.self) }
            } == ["2014-04-10 07:15:00", "5", "6.0"])
    }

    @Test func plainLinesAreReadAsAnyOther() {
        let plain = "1,2.5\n2014-04-10 07:15:00,-3\n7,\n8,9e2\n"
        let odd = " 1, 2.5\n\"2014-04-10 07:15:00\",\"-3\"\n7,\"\"\n8 ,9e2\n"
        let header = "timestamp,value\n"
        #expect(Reading.told(header + plain) == Reading.told(header + odd))
        let wide = "time,a,b\n1,2,3\n1,,3\n1,2,\n1,,\n1,2\n1,2,3,4\n"
        let oddWide = "time,a,b\n1 ,2,3\n1 ,,3\n1 ,2,\n1 ,,\n1 ,2\n1 ,2,3,4\n"
        #expect(Reading.told(wide) == Reading.told(oddWide))
        #expect(Reading.told(wide).count == 6)
    }

    @Test(arguments: ["1,5\n2,6\n", "a;b\n1;2\n", "timestamp\n1\n", "\"timestamp,value\n1,2\n", "\n\n5\n\n"])
    func withoutHeaderTheRestIsNotLookedAt(_ text: String) {
        var parser = Reading.parser(as: .csv)
        #expect(Reading.feed(Array(text.utf8), to: &parser).isEmpty)
        #expect(parser.refusal?.hasPrefix("its first line is no header") == true)
    }

    @Test func saysHowRowsNameTheirSeries() {
        for (text, shape) in [
            (FormatExamples.single, .single), (FormatExamples.wide, .wide), (FormatExamples.long, .named), ("", nil),
            ("timestamp,dir/f\n1,2\n", .wide),
        ] as [(String, RecordingShape?)] {
            var parser = Reading.parser()
            _ = Reading.feed(Array(text.utf8), to: &parser)
            #expect(parser.shape == shape)
        }
    }

    @Test func aTableWithoutSeriesIsRefused() {
        var parser = Reading.parser()
        #expect(Reading.feed(Array("timestamp,{,\n1,2,3\n".utf8), to: &parser).isEmpty)
        #expect(parser.refusal == "none of its columns is a series")
    }

    @Test(arguments: ["", "\n \n\t\r\n", "\u{FEFF}", "timestamp,value", "timestamp,value\n\n"])
    func filesWithoutSamplesGiveNothing(_ text: String) {
        var parser = Reading.parser()
        #expect(Reading.feed(Array(text.utf8), to: &parser).isEmpty)
        #expect(parser.refusal == nil)
    }

    @Test func aLineThatIsTooLongIsToldAndPassedOver() {
        let long = String(repeating: "9", count: 100)
        let read = { (text: String) in
            var reader = CSVLines(single: SeriesKey("s"))
            reader.splitter = LineSplitter(limitBytes: 50)
            var events = EventCollector(file: "f", batchCapacity: 9)
            text.lending { reader.read($0, into: &events) }
            reader.finish(into: &events)
            events.endBatch()
            return (told: Reading.told(events.take()), refusal: reader.refusal)
        }
        #expect(
            read("timestamp,value\n1,2\n1,\(long)\n3,4\n5,\(long)").told == [
                "s 1000 2.0", "f:3: The line is longer than 50 bytes.", "s 3000 4.0",
                "f:5: The line is longer than 50 bytes.",
            ])
        let refused = read("timestamp,\(long)\n1,2\n")
        #expect(refused.refusal == "its first line is too long for a header")
        #expect(refused.told == ["f:1: The line is longer than 50 bytes."])
    }

    @Test func bytesThatAreNoTextAreBadLinesAndNothingWorse() {
        var bytes = Array("timestamp,series,value\n".utf8)
        for byte in UInt8.min...UInt8.max where byte != 0x0A { bytes += [0x31, 0x2C, byte, 0x2C, byte, 0x0A] }
        let events = Reading.events(bytes)
        #expect(Reading.samples(events).reduce(0) { $0 + $1.batch.count } == 10)
        #expect(events.count > 200)
    }

    @Test func aSampleForEverySeriesOfManyInAnyOrder() {
        let byTime = (0..<30).flatMap { time in (0..<200).map { "\(time),m{n=\"\($0)\"},\(time * 1000 + $0)" } }
        let bySeries = (0..<200).flatMap { series in (0..<30).map { "\($0),m{n=\"\(series)\"},\($0 * 1000 + series)" } }
        let header = "timestamp,series,value\n"
        let (first, second) = (
            Reading.told(header + byTime.joined(separator: "\n")),
            Reading.told(header + bySeries.joined(separator: "\n"))
        )
        #expect(first.count == 6000)
        #expect(first.sorted() == second.sorted())
        #expect(first[201] == "m{n=\"1\"} 1000 1001.0")
    }
}
