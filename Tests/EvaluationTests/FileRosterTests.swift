import Samples
import Testing

@testable import Evaluation

@Suite struct FileRosterTests {
    private static let key = SeriesKey("load", ["host": "a"])

    @Test func aSeriesThatGoesOnInTheNextFileIsTheSame() {
        var roster = FileRoster(paths: ["1.csv", "2.csv"])
        roster.begin(0)
        let first = roster.number(of: Self.key, in: 0, firstAt: 10)
        for time in [10, 20, 15] as [Int64] { roster.note(first, at: time) }
        roster.end(0)
        roster.begin(1)
        let second = roster.number(of: Self.key, in: 1, firstAt: 21)
        roster.note(second, at: 21)
        #expect(first == second)
        let files = roster.histories(anomalies: [:])
        #expect(files.map { $0.series.map(\.samples) } == [[3], [1]])
        #expect(files[0].series[0].last.milliseconds == 20)
    }

    @Test func oneThatGoesBackIsAnother() {
        var roster = FileRoster(paths: ["1.csv", "2.csv"])
        roster.begin(0)
        roster.note(roster.number(of: Self.key, in: 0, firstAt: 10), at: 10)
        roster.end(0)
        roster.begin(1)
        let other = roster.number(of: Self.key, in: 1, firstAt: 9)
        roster.note(other, at: 9)
        #expect(
            roster.number(of: Self.key, in: 1, firstAt: 20) == other, "once it is another it stays that in its file")
        #expect(roster.keys[other] == SeriesKey("load", ["host": "a", "file": "2.csv"]))
    }

    @Test func oneOfAFileThatIsStillReadIsAnother() {
        var roster = FileRoster(paths: ["1.csv", "2.csv"])
        for file in 0..<2 { roster.begin(file) }
        let first = roster.number(of: Self.key, in: 0, firstAt: 10)
        roster.note(first, at: 10)
        let second = roster.number(of: Self.key, in: 1, firstAt: 10)
        roster.note(second, at: 10)
        #expect(roster.keys[second] == SeriesKey("load", ["host": "a", "file": "2.csv"]))
        roster.note(first, at: 20)
        #expect(roster.histories(anomalies: [:]).map { $0.series.map(\.samples) } == [[2], [1]])
    }

    @Test func anAnomalyBelongsToTheFileItOpenedIn() {
        var roster = FileRoster(paths: ["1.csv", "2.csv"])
        for (file, times) in [[0, 10], [20, 30]].enumerated() as EnumeratedSequence<[[Int64]]> {
            roster.begin(file)
            let number = roster.number(of: Self.key, in: file, firstAt: times[0])
            for time in times { roster.note(number, at: time) }
            roster.end(file)
        }
        let spans = [5, 20].map { (time: Int64) in
            AnomalySpan(
                id: "\(time)", onset: EventTime(milliseconds: time), opened: EventTime(milliseconds: time),
                severity: .info, peakScore: 1)
        }
        let files = roster.histories(anomalies: [Self.key: spans])
        #expect(files.map { $0.series.flatMap(\.anomalies).map(\.id) } == [["5"], ["20"]])
    }

    /// Read one after the other, files that overlap are as different as if they were read beside each other.
    @Test func aSeriesDoesNotGoOnWhileItsFileReachesFarther() {
        var roster = FileRoster(paths: [])
        roster.begin(path: "1.csv")
        let first = roster.number(of: Self.key, in: 0, firstAt: 10)
        roster.note(first, at: 10)
        roster.note(roster.number(of: SeriesKey("other"), in: 0, firstAt: 100), at: 100)
        roster.begin(path: "2.csv")
        let second = roster.number(of: Self.key, in: 1, firstAt: 20)
        roster.note(second, at: 20)
        #expect(first != second)
        roster.begin(path: "3.csv")
        let third = roster.number(of: Self.key, in: 2, firstAt: 100)
        roster.note(third, at: 100)
        #expect(third == first)
        #expect(roster.histories(anomalies: [:]).map { $0.series.count } == [2, 1, 1])
    }
}
