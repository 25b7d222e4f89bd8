import Samples
import Testing

@testable import Reports

@Suite struct TimeAxisTests {
    private func labels(_ start: String, _ end: String) -> [String] {
        TimeAxis(start: Double(EventTime.at(start).milliseconds), end: Double(EventTime.at(end).milliseconds))
            .ticks.map(\.label)
    }

    @Test(arguments: [
        ("2026-03-01T14:00Z", "2026-03-01T20:00Z", "1 Mar 14:00, 15:00, 16:00, 17:00, 18:00, 19:00, 20:00"),
        ("2026-03-01T20:30Z", "2026-03-02T03:00Z", "1 Mar 21:00, 22:00, 23:00, 2 Mar, 01:00, 02:00, 03:00"),
        ("2026-03-01T00:00Z", "2026-03-31T00:00Z", "2 Mar 2026, 9 Mar, 16 Mar, 23 Mar, 30 Mar"),
        ("2025-06-15T00:00Z", "2026-06-15T00:00Z", "Jul 2025, Sep, Nov, Jan 2026, Mar, May"),
        ("1999-05-01", "2026-05-01", "2000, 2005, 2010, 2015, 2020, 2025"),
        (
            "2026-03-01T12:00:00.100Z", "2026-03-01T12:00:00.700Z",
            "1 Mar 12:00:00.100, 12:00:00.200, 12:00:00.300, 12:00:00.400, 12:00:00.500, 12:00:00.600, 12:00:00.700"
        ),
        (
            "1969-12-31T23:59:58Z", "1970-01-01T00:00:03Z",
            "31 Dec 23:59:58, 23:59:59, 1 Jan, 00:00:01, 00:00:02, 00:00:03"
        ),
    ])
    func marksRoundTimes(start: String, end: String, labels: String) {
        #expect(self.labels(start, end).joined(separator: ", ") == labels)
    }

    @Test func hasFewMarksForEverySpan() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<5000 {
            let span = Double(sign: .plus, exponent: Int.random(in: 4...47, using: &generator), significand: 1.3)
            let start = Double.random(in: -62_167_219_200_000...(253_402_300_799_999 - span), using: &generator)
            let axis = TimeAxis(start: start.rounded(), end: (start + span).rounded())
            let times = axis.ticks.map { Double($0.time) }
            #expect((1...10).contains(times.count), "\(axis)")
            #expect(times.allSatisfy { axis.start <= $0 && $0 <= axis.end })
            #expect(times == times.sorted() && Set(times).count == times.count)
            #expect(axis.ticks.allSatisfy { !$0.label.isEmpty })
        }
    }

    @Test func marksNothingInYearsThatNobodyWrites() {
        #expect(TimeAxis(start: -0x1p63, end: 0x1p63).ticks.isEmpty)
        #expect(TimeAxis(start: 0, end: 1e18).ticks.isEmpty)
    }

    @Test func marksAnInstant() {
        #expect(TimeAxis(start: 0, end: 0).ticks == [.init(time: 0, label: "1 Jan 00:00:00")])
    }
}
