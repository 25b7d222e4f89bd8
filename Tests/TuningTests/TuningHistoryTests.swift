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
        history.begin(path: "f", windows: nil)
        history.append(batch)
        let unit = history.units[0]
        #expect(unit.series == [SeriesKey("a"), SeriesKey("b")])
        var (clock, routed) = (StepClock(), RoutedSamples())
        unit.route(0..<unit.count, by: &clock, into: &routed)
        #expect(routed.series == [0, 0, 1, 0])
        #expect(routed.times == [10_000, 5000, 20_000, 15_000])
        #expect(routed.steps == [10_000, 10_000, 20_000, 20_000])
        #expect(routed.values == [1, 2, 3, 4])
        #expect(unit.days == [10.0 / 86_400, 0])
    }

    @Test func joinsBatchesWithDifferentTables() {
        var history = TuningHistory()
        history.begin(path: "f", windows: nil)
        for names in [["a", "b"], ["b", "a"], ["c", "a"]] {
            var batch = SampleBatch(series: names.map { SeriesKey($0) })
            batch.append(0, EventTime(seconds: 1), 0)
            batch.append(1, EventTime(seconds: 2), 0)
            history.append(batch)
        }
        var (clock, routed) = (StepClock(), RoutedSamples())
        history.units[0].route(0..<6, by: &clock, into: &routed)
        #expect(routed.series == [0, 1, 1, 0, 2, 0])
    }

    @Test func countsWhatItDoesNotTake() {
        var history = TuningHistory(limit: 3)
        history.begin(path: "f", windows: nil)
        history.append(MadeHistory.batch([1, .nan, 2, .infinity, 3, 4, 5]))
        #expect(history.count == 3)
        #expect(history.units[0].count == 3)
        #expect(history.beyondLimit == 2)
        #expect(history.notFinite == 2)
    }

    @Test func sortsWindows() {
        let windows = MadeHistory.windows([50...60, 10...20])
        var history = TuningHistory()
        history.begin(path: "f", windows: windows)
        history.begin(path: "g", windows: nil)
        #expect(history.units[0].windows == windows.reversed())
        #expect(history.units[1].windows == nil)
        #expect(history.units[1].count == 0)
        #expect(history.units[1].days.isEmpty)
    }

    @Test func survivesTimesAtTheEndsOfTheRange() {
        var batch = SampleBatch(series: [SeriesKey("a")])
        batch.append(0, EventTime(milliseconds: .min), 1)
        batch.append(0, EventTime(milliseconds: .max), 1)
        var history = TuningHistory()
        history.begin(path: "f", windows: nil)
        history.append(batch)
        #expect(history.units[0].days[0].isFinite)
    }
}
