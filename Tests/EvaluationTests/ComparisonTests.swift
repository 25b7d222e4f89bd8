import Samples
import Testing

@testable import Evaluation

@Suite struct ComparisonTests {
    private func file(
        _ spans: [AnomalySpan], series: String = "cpu", path: String = "a", windows: [LabelWindow]? = nil
    ) -> FileHistory {
        FileHistory(path: path, series: [Fixture.series(series, spans)], windows: windows)
    }

    private func compare(_ before: [FileHistory], _ after: [FileHistory]) -> Comparison {
        Comparison(before: before, after: after, clock: .utc, seed: 1, resamples: 200)
    }

    // What was one anomaly from 100 to 200 is two, 400 is gone, 900 is new.
    @Test func anomaliesThatOverlapBelongTogether() {
        let windows = [Fixture.window(120, 160), Fixture.window(350, 450), Fixture.window(880, 950)]
        let before = [Fixture.span(100, closed: 200), Fixture.span(400, closed: 500)]
        let after = [Fixture.span(150, closed: 160), Fixture.span(180, closed: 190), Fixture.span(900, closed: 950)]
        let comparison = compare([file(before, windows: windows)], [file(after, windows: windows)])
        #expect(comparison.staying.map(\.before.span.id) == ["100"])
        #expect(comparison.staying.map(\.after.span.id) == ["150"])
        #expect(comparison.staying.map(\.before.isLabelled) == [false])
        #expect(comparison.staying.map(\.after.isLabelled) == [true])
        #expect(comparison.vanishing.map(\.span.id) == ["400"])
        #expect(comparison.vanishing.map(\.isLabelled) == [true])
        #expect(comparison.appearing.map(\.span.id) == ["900"])
        #expect(comparison.appearing.map(\.isLabelled) == [true])
    }

    @Test func anotherSeriesOrFileIsAnotherMatter() {
        let spans = [Fixture.span(100, closed: 200)]
        let otherSeries = compare([file(spans)], [file(spans, series: "memory")])
        #expect((otherSeries.vanishing.count, otherSeries.appearing.count) == (1, 1))
        let otherFile = compare([file(spans)], [file(spans, path: "b")])
        #expect((otherFile.vanishing.count, otherFile.appearing.count) == (1, 1))
        #expect(otherFile.staying.isEmpty)
        #expect(otherFile.appearing.map(\.isLabelled) == [nil])
    }

    @Test(arguments: UInt64(0)..<30)
    func nothingChangesWhereNothingChanged(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let files = Fixture.randomFiles(4, using: &generator)
        let comparison = compare(files, files)
        #expect(comparison.appearing.isEmpty)
        #expect(comparison.vanishing.isEmpty)
        #expect(comparison.staying.count == comparison.before.quiet.anomalies)
        for row in comparison.rows {
            #expect(row.difference == 0)
            #expect(row.interval == nil || row.interval == Interval(lower: 0, upper: 0))
        }
    }

    @Test(arguments: UInt64(0)..<30)
    func eachAnomalyIsOnOneSideOfTheLedger(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let before = Fixture.randomFiles(4, using: &generator)
        // The same files with other anomalies, some of them the same.
        let after = before.map { file in
            var copy = file
            for index in copy.series.indices {
                copy.series[index].anomalies.removeAll { _ in Bool.random(using: &generator) }
                guard let one = copy.series[index].anomalies.last else { continue }
                copy.series[index].anomalies.append(one)
            }
            return copy
        }
        let comparison = compare(before, after)
        #expect(comparison.staying.count + comparison.vanishing.count == comparison.before.quiet.anomalies)
        #expect(comparison.appearing.isEmpty)
        let back = compare(after, before)
        #expect(back.appearing == comparison.vanishing)
    }

    // In each of ten files there is one anomaly in the window; every second file has a false one too, before, and none
    // after. Precision rises from 10 / 15 to 1, false alarms fall by 5 in 10 series-days, recall does not move.
    @Test func showsBothSidesAndAnIntervalOfTheDifference() throws {
        let windows = [Fixture.window(100, 200)]
        let before = (0..<10).map { number in
            let spans = [Fixture.span(150, closed: 160)] + (number.isMultiple(of: 2) ? [Fixture.span(500)] : [])
            return file(spans, path: "\(number)", windows: windows)
        }
        let after = (0..<10).map { file([Fixture.span(150, closed: 160)], path: "\($0)", windows: windows) }
        let comparison = compare(before, after)
        func row(_ figure: EvaluationFigure) throws -> ComparisonRow {
            try #require(comparison.rows.first { $0.figure == figure })
        }
        #expect(try row(.precision).before == 10.0 / 15)
        #expect(try row(.precision).after == 1)
        #expect(try row(.recall).difference == 0)
        #expect(try row(.recall).interval == Interval(lower: 0, upper: 0))
        #expect(try row(.falseAlarmsPerSeriesDay).difference == -0.5)
        let interval = try #require(try row(.falseAlarmsPerSeriesDay).interval)
        #expect(interval.contains(-0.5))
        #expect(!interval.contains(0))
        #expect(interval.lower >= -1)
        #expect(try row(.anomalies).difference == -5)
        #expect(try row(.anomalies).interval == nil)
    }

    @Test func aRowIsThereWhereOneSideIsDefined() throws {
        let windows = [Fixture.window(100, 200)]
        let comparison = compare([file([], windows: windows)], [file([Fixture.span(150)], windows: windows)])
        let precision = try #require(comparison.rows.first { $0.figure == .precision })
        #expect(precision.before == nil)
        #expect(precision.after == 1)
        #expect(precision.difference == nil)
        #expect(!comparison.rows.contains { $0.figure == .delayLimitedF1 })
        let order = EvaluationFigure.allCases.filter { figure in comparison.rows.contains { $0.figure == figure } }
        #expect(comparison.rows.map(\.figure) == order)
    }

    @Test func nothingToCompareIsNoTrouble() {
        let comparison = compare([], [])
        #expect(comparison.rows == [ComparisonRow(figure: .anomalies, before: 0, after: 0, interval: nil)])
    }
}
