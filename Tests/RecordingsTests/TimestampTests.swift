import Samples
import Testing

@testable import Recordings

@Suite struct TimestampTests {
    private func milliseconds(_ text: String) -> Int64? {
        text.lending { Timestamp.parse($0) }
    }

    @Test(arguments: [
        ("2014-04-10 07:15:00", 1_397_114_100_000), ("2014-04-10T07:15:00Z", 1_397_114_100_000),
        ("2014-04-10T09:15:00.250+02:00", 1_397_114_100_250), ("2014-04-10", 1_397_088_000_000),
        ("1397114100", 1_397_114_100_000), ("1397114100.2504", 1_397_114_100_250), ("1397114100250", 1_397_114_100_250),
        ("1.3971141e9", 1_397_114_100_000), ("0", 0), ("-5", -5000), ("-1397114100250", -1_397_114_100_250),
        ("99999999999", 99_999_999_999_000), ("100000000000", 100_000_000_000),
        ("253402300799999", 253_402_300_799_999),
    ])
    func reads(_ text: String, _ expected: Int64) {
        #expect(milliseconds(text) == expected)
    }

    @Test(arguments: [
        "", "x", "2014-13-01", "2014-02-30", "2014-04-10 25:00", "10/04/2014", "253402300800000", "1397114100000000000",
        "nan", "inf", "2014-", "-2014-04-10", "2014-04-10T07:15:00 Z",
    ])
    func refusesEverythingElse(_ text: String) {
        #expect(milliseconds(text) == nil)
    }

    @Test(arguments: [
        ("1397114100", 1_397_114_100_000), ("1397114100250", 1_397_114_100_250),
        ("1397114100250999", 1_397_114_100_250),
        ("1397114100250999999", 1_397_114_100_250), ("0", 0), ("-5", -5000), ("-1397114100250", -1_397_114_100_250),
        ("-1397114100250001", -1_397_114_100_251),
    ])
    func readsWholeNumbersOfAnyUnit(_ text: String, _ expected: Int64) {
        #expect(text.lending { Timestamp.parseInteger($0) } == expected)
    }

    @Test(arguments: ["", "1.5", "1e9", "99999999999999999999", "x", "1 "])
    func refusesWhatIsNoWholeNumber(_ text: String) {
        #expect(text.lending { Timestamp.parseInteger($0) } == nil)
    }

    @Test func whatIsTooLongIsNoTime() {
        let zeros = String(repeating: "0", count: 60)
        for (text, isTime) in [
            ("\(zeros)1234", true), ("\(zeros)12345", false), ("2014-04-10 07:15:00.\(zeros)", false),
        ] {
            #expect((milliseconds(text) != nil) == isTime, "\(text)")
        }
    }

    @Test func datesAreNoNumbers() {
        #expect("2014-04-10".lending { Timestamp.parseNumber($0) } == nil)
        #expect("1397114100.25".lending { Timestamp.parseNumber($0) } == 1_397_114_100_250)
    }
}
