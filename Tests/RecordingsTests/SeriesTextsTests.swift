import Samples
import Testing

@testable import Recordings

@Suite struct SeriesTextsTests {
    private func number(_ text: String, _ texts: inout SeriesTexts, _ events: inout EventCollector) -> Int? {
        text.lending { bytes in texts.number(of: bytes, in: &events) { SeriesKey(parsing: text) } }
    }

    @Test func numbersAreGivenInOrderAndStay() {
        var texts = SeriesTexts()
        var events = EventCollector(file: "f", batchCapacity: 10)
        let names = (0..<500).map { "series_\($0 % 250){a=\"\($0 / 250)\"}" }
        for _ in 0..<3 {
            for (index, name) in names.enumerated() { #expect(number(name, &texts, &events) == index) }
        }
        var random = SeededGenerator(seed: 1)
        for _ in 0..<5000 {
            let index = Int.random(in: 0..<500, using: &random)
            #expect(number(names[index], &texts, &events) == index)
        }
    }

    @Test func aSeriesWrittenInTwoWaysHasOneNumber() {
        var texts = SeriesTexts()
        var events = EventCollector(file: "f", batchCapacity: 10)
        for text in ["m{a=\"1\",b=\"2\"}", "m{b=\"2\", a=\"1\"}", "m{a=\"1\",b=\"2\"}"] {
            #expect(number(text, &texts, &events) == 0)
        }
    }

    @Test func textThatNamesNoSeriesHasNone() {
        var texts = SeriesTexts()
        var events = EventCollector(file: "f", batchCapacity: 10)
        for text in ["m{", "", "m}", "m{"] { #expect(number(text, &texts, &events) == nil) }
        #expect(number("m", &texts, &events) == 0)
        #expect("m{".lending { events.whyNoSeries($0) } == "\"m{\" is no name of a series.")
    }

    @Test func predictsTheTextBeforeAndTheOneThatFollowedIt() {
        var texts = SeriesTexts()
        var events = EventCollector(file: "f", batchCapacity: 10)
        let predict = { (line: String, texts: inout SeriesTexts) in
            line.lending { texts.predict($0) { $0 == 0x2C }?.series }
        }
        #expect(predict("a,1", &texts) == nil)
        for name in ["a", "ab", "a"] { _ = number(name, &texts, &events) }
        #expect(predict("a,1", &texts) == 0)
        #expect(predict("a", &texts) == nil)
        #expect(predict("a;1", &texts) == nil)
        #expect(predict("ab,1", &texts) == 1)
        #expect(predict("ab,1", &texts) == 1)
        #expect(predict("a,1", &texts) == 0)
        #expect(predict("c,1", &texts) == nil)
    }
}
