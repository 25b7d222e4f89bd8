import Samples
import Testing

@testable import Recordings

@Suite struct TimestampReaderTests {
    /// Texts that resemble each other, so that what is remembered of one would be wrong for the next.
    private static let texts = [
        "2014-04-10 07:15:00", "2014-04-10 07:15:05", "2014-04-10T07:15:05", "2014-04-10t07:15:05",
        "2014-04-11 07:15:00",
        "2014-04-10 07:15:00Z", "2014-04-10 07:15:00+01:00", "2014-04-10 07:15:00+02:00", "2014-04-10 07:15:00.250",
        "2014-04-10 07:15:00.500", "2014-04-10 07:15:00.5Z", "2014-04-10 07:15:00,5", "2014-04-10 23:59:59",
        "2014-04-10 24:00:00",
        "2014-04-10 07:15:60", "2014-04-10 07:60:00", "2014-04-10 25:00:00", "2014-04-10 07:15", "2014-04-10",
        "2014-04-10 07-15-00", "2014-04-10 07:15:0x", "2014-04-10x07:15:00", "2014-13-10 07:15:00",
        "2014-02-30 07:15:00",
        "2014-04-10 07:15:00 ", "2014-04-10 07:15:00+", "2014-04-10 07:15:00+01:0", "1397114100", "1397114100.25",
        "1397114100250", "", "x", "0000-01-01 00:00:00", "9999-12-31 23:59:59.999", "20140410 07:15:00 and more",
    ]

    @Test func readsAsItWouldWithoutMemory() {
        var random = SeededGenerator(seed: 5)
        var reader = TimestampReader()
        for _ in 0..<20_000 {
            let text = Self.texts.randomElement(using: &random) ?? ""
            let found = text.lending { reader.read($0) }
            let expected = text.lending { Timestamp.parse($0) }
            #expect(found == expected, "\(text)")
        }
    }

    @Test func readsADayOfSeconds() {
        var reader = TimestampReader()
        for second in 0..<86_400 {
            let time = EventTime(seconds: 1_397_088_000 + Int64(second))
            #expect(time.description.lending { reader.read($0) } == time.milliseconds)
        }
    }
}
