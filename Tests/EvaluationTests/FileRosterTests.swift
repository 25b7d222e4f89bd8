import Samples
import Testing

@testable import Evaluation

@Suite struct FileRosterTests {
    private static let key = SeriesKey("load", ["host": "a"])

    @Test func aSeriesThatGoesOnInTheNextFileIsTheSame() {
        var roster = FileRoster()
        roster.begin(path: "1.csv")
        let first = roster.number(of: Self.key, firstAt: 10)
        for time in [10, 20, 15] as [Int64] { roster.note(first, at: time) }
        roster.begin(path: "2.csv")
        let second = roster.number(of: Self.key, firstAt: 21)
        roster.note(second, at: 21)
        #expect(first == second)
        let files = roster.histories(paths: ["1.csv", "2.csv"], anomalies: [:])
        #expect(files.map { $0.series.map(\.samples) } == [[3], [1]])
        #expect(files[0].series[0].last.milliseconds == 20)
    }

    @Test func oneThatGoesBackIsAnother() {
        var roster = FileRoster()
        roster.begin(path: "1.csv")
        roster.note(roster.number(of: Self.key, firstAt: 10), at: 10)
        roster.begin(path: "2.csv")
        let other = roster.number(of: Self.key, firstAt: 9)
        roster.note(other, at: 9)
        #expect(roster.number(of: Self.key, firstAt: 20) == other, "once it is another it stays that in its file")
        #expect(roster.keys[other] == SeriesKey("load", ["host": "a", "file": "2.csv"]))
    }

    @Test func anAnomalyBelongsToTheFileItOpenedIn() {
        var roster = FileRoster()
        for (path, times) in [("1.csv", [0, 10]), ("2.csv", [20, 30])] as [(String, [Int64])] {
            roster.begin(path: path)
            let number = roster.number(of: Self.key, firstAt: times[0])
            for time in times { roster.note(number, at: time) }
        }
        let spans = [5, 20].map { (time: Int64) in
            AnomalySpan(
                id: "\(time)", onset: EventTime(milliseconds: time), opened: EventTime(milliseconds: time),
                severity: .info, peakScore: 1)
        }
        let files = roster.histories(paths: ["1.csv", "2.csv"], anomalies: [Self.key: spans])
        #expect(files.map { $0.series.flatMap(\.anomalies).map(\.id) } == [["5"], ["20"]])
    }
}
