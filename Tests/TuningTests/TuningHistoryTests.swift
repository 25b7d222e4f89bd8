import Detection
import Evaluation
import Samples
import Testing

@testable import Tuning

@Suite struct TuningHistoryTests {
    @Test func keepsSamplesInTheOrderOfTheFile() {
        var batch = SampleBatch(series: [SeriesKey("unused"), SeriesKey("a"), SeriesKey("b")])
        batch.append(1, EventTime(seconds: 10), 1)
        batch.append(1, EventTime(seconds: 5), 2)
        batch.append(2, EventTime(seconds: 20), 3)
        batch.append(1, EventTime(seconds: 15), 4)
        var history = TuningHistory()
        history.begin(path: "f", labels: nil)
        history.append(batch)
        let unit = history.units[0]
        #expect(unit.series == [SeriesKey("a"), SeriesKey("b")])
        var (clock, routed) = (StepClock(), RoutedSamples())
        unit.files[0].route(0..<unit.count, by: &clock, as: unit.numbers[0], into: &routed)
        #expect(routed.series == [0, 0, 1, 0])
        #expect(routed.times == [10_000, 5000, 20_000, 15_000])
        #expect(routed.steps == [10_000, 10_000, 20_000, 20_000])
        #expect(routed.values == [1, 2, 3, 4])
        #expect(unit.days(onlyLabelled: false) == [10.0 / 86_400, 0])
    }

    @Test func joinsBatchesWithDifferentTables() {
        var history = TuningHistory()
        history.begin(path: "f", labels: nil)
        for names in [["a", "b"], ["b", "a"], ["c", "a"]] {
            var batch = SampleBatch(series: names.map { SeriesKey($0) })
            batch.append(0, EventTime(seconds: 1), 0)
            batch.append(1, EventTime(seconds: 2), 0)
            history.append(batch)
        }
        var (clock, routed) = (StepClock(), RoutedSamples())
        let unit = history.units[0]
        unit.files[0].route(0..<6, by: &clock, as: unit.numbers[0], into: &routed)
        #expect(routed.series == [0, 1, 1, 0, 2, 0])
    }

    @Test func countsWhatItDoesNotTake() {
        var history = TuningHistory(limit: 3)
        history.begin(path: "f", labels: nil)
        history.append(MadeHistory.batch([1, .nan, 2, .infinity, 3, 4, 5]))
        #expect(history.count == 3)
        #expect(history.units[0].count == 3)
        #expect(history.beyondLimit == 2)
        #expect(history.notFinite == 1)
    }

    @Test func sortsWindows() {
        let windows = MadeHistory.windows([50...60, 10...20])
        var history = TuningHistory()
        history.begin(path: "f", labels: FileLabels(windows: windows))
        history.begin(path: "g", labels: nil)
        #expect(history.files[0].labels?.windows == windows.reversed())
        #expect(history.files[1].labels == nil)
        #expect(history.units[1].count == 0)
        #expect(history.units[1].days(onlyLabelled: false).isEmpty)
    }

    @Test func survivesTimesAtTheEndsOfTheRange() {
        var batch = SampleBatch(series: [SeriesKey("a")])
        batch.append(0, EventTime(milliseconds: .min), 1)
        batch.append(0, EventTime(milliseconds: .max), 1)
        var history = TuningHistory()
        history.begin(path: "f", labels: nil)
        history.append(batch)
        #expect(history.units[0].days(onlyLabelled: false)[0].isFinite)
    }

    /// A file for each day of one machine, and of another one: two units, whatever the order.
    @Test func filesThatShareSeriesAreOneUnit() {
        var history = TuningHistory()
        for (path, names, first) in [
            ("a1", ["a", "b"], 0), ("c1", ["c"], 0), ("a2", ["b", "d"], 10), ("c2", ["c"], 10), ("e", ["e"], 0),
            ("d", ["d"], 20),
        ] as [(String, [String], Int)] {
            history.begin(path: path, labels: nil)
            var batch = SampleBatch(series: names.map { SeriesKey($0) })
            for row in first..<(first + 5) {
                for series in names.indices { batch.append(UInt32(series), MadeHistory.time(row), 1) }
            }
            history.append(batch)
        }
        #expect(history.units.map { $0.files.map(\.path) } == [["a1", "a2", "d"], ["c1", "c2"], ["e"]])
        #expect(history.units[0].series.map(\.name) == ["a", "b", "d"])
        #expect(history.units[0].numbers == [[0, 1], [1, 2], [2]])
    }

    @Test func aSeriesThatGoesBackInTimeInAnotherFileIsAnother() {
        var history = TuningHistory()
        for path in ["1.csv", "2.csv"] {
            history.begin(path: path, labels: nil)
            history.append(MadeHistory.batch([1, 2, 3]))
        }
        #expect(history.units.map { $0.files.map(\.path) } == [["1.csv"], ["2.csv"]])
        #expect(history.units[1].series == [SeriesKey("series", ["file": "2.csv"])])
    }
}
