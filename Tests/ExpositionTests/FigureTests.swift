import FoundationEssentials
import Testing

@testable import Exposition

@Suite struct FigureTests {
    @Test(arguments: [
        (0.0, "0"), (1, "1"), (97.3149, "97.31"), (-12.5, "−12.5"), (999.96, "1,000"), (12_345.6, "12,346"),
        (0.012345, "0.01235"), (0.0001, "0.0001"), (1.234e-7, "1.234e-7"), (9.9999e-8, "1e-7"), (2e18, "2e18"),
        (.nan, "NaN"), (.infinity, "+Inf"), (.greatestFiniteMagnitude, "1.798e308"),
        (.leastNonzeroMagnitude, "4.941e-324"),
    ])
    func writesNumbersWithFourDigitsThatCount(value: Double, expected: String) {
        #expect(Figure.number(value) == expected)
    }

    @Test(arguments: [(0 as UInt64, "0"), (999, "999"), (1_000, "1,000"), (.max, "18,446,744,073,709,551,615")])
    func setsThousandsApart(value: UInt64, expected: String) {
        #expect(Figure.count(value) == expected)
    }

    @Test(arguments: [
        (nil, "–"), (.nan, "–"), (0, "0"), (8.5e-7, "850 ns"), (1.2e-5, "12 µs"), (0.00123, "1.2 ms"), (3.44, "3.4 s"),
        (75, "75 s"),
    ])
    func writesTimes(seconds: Double?, expected: String) {
        #expect(Figure.time(seconds) == expected)
    }

    @Test(arguments: [
        (-5.0, "0 s"), (.nan, "0 s"), (59.9, "59 s"), (750, "12 min"), (11_520, "3 h 12 min"), (442_800, "5 d 3 h"),
        (.infinity, "11574074 d 1 h"),
    ])
    func writesSpans(seconds: Double, expected: String) {
        #expect(Figure.span(seconds) == expected)
    }

    @Test(arguments: [(0.934, "0.93"), (1, "1.00"), (0.005, "0.01"), (-0.25, "−0.25"), (.nan, "NaN")])
    func writesScores(score: Double, expected: String) {
        #expect(Figure.score(score) == expected)
    }

    @Test(arguments: [(0.934, "93"), (-1, "0"), (7, "100"), (.nan, "0")])
    func keepsWidthsInBounds(share: Double, expected: String) {
        #expect(Figure.percent(share) == expected)
    }

    @Test func writesDatesInUTC() {
        let date = Date(timeIntervalSince1970: 1_772_366_645)
        #expect(Figure.date(date) == "2026-03-01T12:04:05Z")
        #expect(Figure.timeOfDay(date) == "12:04:05")
    }
}
