import Recordings
import Replay
import Testing

@testable import Andon

@Suite struct OddityTextTests {
    private static func reading(_ path: String, _ odd: [Oddity: (Int, Int?)]) -> FileReading {
        var reading = FileReading(path: path)
        for (oddity, found) in odd {
            reading.counts[oddity].count = found.0
            reading.counts[oddity].firstLine = found.1
        }
        return reading
    }

    @Test func saysForEachFileWhatIsOddAndWhere() {
        let lines = OddityText.lines([
            Self.reading("a.csv", [.duplicate: (3, 812), .gap: (2, 4)]), Self.reading("plain.csv", [:]),
            Self.reading("b.csv", [.duplicate: (1, 7)]),
        ])
        #expect(
            lines == [
                "a.csv: 3 duplicates (first at line 812), 2 gaps (first at line 4)", "b.csv: 1 duplicate (line 7)",
                "all together: 4 duplicates, 2 gaps",
            ])
        #expect(OddityText.lines([Self.reading("plain.csv", [:])]).isEmpty)
    }

    @Test func ofManyFilesTheFirstAreSaidAndAllAreCounted() {
        let lines = OddityText.lines((0..<100).map { Self.reading("\($0).csv", [.stepBack: (1, 2)]) })
        #expect(lines.count == 22)
        #expect(lines.suffix(2) == ["and 80 more files", "all together: 100 steps back in time"])
    }
}
