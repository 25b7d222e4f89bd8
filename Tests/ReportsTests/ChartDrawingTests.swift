import Foundation
import Samples
import Testing

@testable import Reports

@Suite struct ChartDrawingTests {
    private let place = FileSeries(file: "a.csv", series: "cpu")
    private let noon = EventTime.at("2026-03-01T12:00:00Z")

    /// One value each minute from noon on.
    private func chart(_ values: [Double], band: (Double, Double)? = nil, step: Int64 = 60_000) -> SeriesChart {
        var chart = SeriesChart()
        for (index, value) in values.enumerated() {
            chart.add(
                time: noon.milliseconds + Int64(index) * step, value: value, expected: band.map { ($0.0 + $0.1) / 2 },
                lower: band?.0, upper: band?.1)
        }
        return chart
    }

    private func svg(
        _ chart: SeriesChart, name: String = "cpu", anomalies: [ReplayReport.AnomalyRow] = [],
        windows: [ClosedRange<EventTime>] = []
    ) throws -> String {
        let drawing = try #require(ChartDrawing(of: chart, name: name, anomalies: anomalies, windows: windows))
        return drawing.svg.text
    }

    @Test func drawsWhatIsThere() throws {
        let svg = try svg(
            chart([1, 2, 3, 2, 1], band: (0, 4)), anomalies: [.example(place, opened: noon + .seconds(120))],
            windows: [noon...(noon + .seconds(60))])
        #expect(MarkupFacts(svg).problem == nil)
        for part in [
            "class=\"value\"", "class=\"expected\"", "class=\"band\"", "class=\"span warning\"", "class=\"label\"",
        ] {
            #expect(svg.contains(part))
        }
        #expect(!svg.contains("class=\"range\""), "One sample a bucket has no range.")
        let mark = "href=\"#mark-warning\" x=\""
        #expect(svg.contains(mark + "49.9") || svg.contains(mark + "50.0"))
        #expect(svg.contains(">1 Mar 12:00:00<"))
    }

    @Test func drawsTheRangeOfBucketsWithSeveralSamples() throws {
        let svg = try svg(chart((0..<5000).map { Double($0 % 7) }))
        #expect(svg.contains("class=\"range\""))
        #expect(!svg.contains("class=\"band\"") && !svg.contains("class=\"expected\""))
    }

    @Test(
        arguments: [
            [1.0], [0, 0, 0], [1e300, -1e300, 0], [.greatestFiniteMagnitude, -.greatestFiniteMagnitude],
            [.leastNonzeroMagnitude], [-7, -7],
        ] as [[Double]])
    func isWellFormedForEveryKindOfValues(values: [Double]) throws {
        let bands: [(Double, Double)?] = [nil, (-1, 1), (-1e300, 1e300), (5, -5)]
        for band in bands {
            let svg = try svg(chart(values, band: band), anomalies: [.example(place, opened: noon)])
            #expect(MarkupFacts(svg).problem == nil)
            #expect(!svg.contains("nan") && !svg.contains("inf\""))
        }
    }

    @Test func isNothingWithoutASample() {
        #expect(ChartDrawing(of: SeriesChart(), name: "", anomalies: [], windows: []) == nil)
    }

    @Test func drawsTheEndsOfTime() throws {
        var chart = SeriesChart()
        for time in [Int64.min, 0, .max] { chart.add(time: time, value: 1, expected: nil, lower: nil, upper: nil) }
        let svg = try svg(
            chart, anomalies: [.example(place, opened: EventTime(milliseconds: .max))],
            windows: [.distantPast...EventTime(milliseconds: .max)])
        #expect(MarkupFacts(svg).problem == nil)
    }

    @Test func escapesTheName() throws {
        let facts = MarkupFacts(try svg(chart([1]), name: evil + String(repeating: "x", count: 100_000)))
        #expect(facts.problem == nil)
        #expect(facts.elements["script"] == nil && facts.elements["img"] == nil)
    }

    @Test func staysBelowFortyKilobytes() throws {
        var generator = SeededGenerator(seed: 1)
        var (noise, walk) = (SeriesChart(), SeriesChart())
        var level = 0.0
        let count = Int64(1200 * 64)
        for time in 0..<count {
            level += Double.random(in: -1...1, using: &generator)
            walk.add(time: time, value: level, expected: level * 0.98, lower: level - 4, upper: level + 4)
            guard time < 2400 else { continue }
            noise.add(
                time: time, value: .random(in: 0...1, using: &generator),
                expected: .random(in: 0...1, using: &generator),
                lower: .random(in: -1...0, using: &generator), upper: .random(in: 1...2, using: &generator))
        }
        #expect(walk.buckets.count == 1200)
        let anomalies = (0..<500).map { number in
            ReplayReport.AnomalyRow.example(place, opened: EventTime(milliseconds: number * 100))
        }
        let windows = (0..<500).map { EventTime(milliseconds: $0 * 100)...EventTime(milliseconds: $0 * 100 + 50) }
        #expect(try svg(walk).utf8.count < 40_000)
        #expect(try svg(noise).utf8.count < 42_000, "Even where nothing repeats.")
        let marks = try svg(chart([1]), anomalies: anomalies, windows: windows)
        #expect(marks.utf8.count < 5_000, "What lies outside is not drawn.")
        let full = try svg(walk, anomalies: anomalies, windows: windows)
        #expect(full.components(separatedBy: "class=\"mark ").count - 1 == ChartDrawing.mostSpans)
        #expect(full.utf8.count < 60_000)
    }

    @Test func letsTheBandNotPressTheValuesFlat() throws {
        let wide = try #require(
            ChartDrawing(of: chart([1, 2, 3], band: (-1000, 1000)), name: "", anomalies: [], windows: []))
        #expect(wide.values.low > -10 && wide.values.high < 14)
        let flat = try #require(ChartDrawing(of: chart([5, 5], band: (4, 6)), name: "", anomalies: [], windows: []))
        #expect(flat.values.low < 4 && flat.values.high > 6, "A constant shows its band.")
        var mixed = chart((0..<100).map { Double($0 % 10) }, band: (-1, 11))
        mixed.add(time: noon.milliseconds, value: 5, expected: 1e9, lower: -1e9, upper: 1e9)
        let drawing = try #require(ChartDrawing(of: mixed, name: "", anomalies: [], windows: []))
        #expect(drawing.values.low > -20 && drawing.values.high < 30)
    }

    @Test func startsAtZeroWhatIsNeverNegative() throws {
        let drawing = try #require(ChartDrawing(of: chart([0, 5, 10]), name: "", anomalies: [], windows: []))
        #expect(drawing.values.low == 0)
    }

    @Test func leavesAGapWhereNothingWasMeasured() throws {
        var chart = chart([1, 2, 3])
        chart.add(time: noon.milliseconds + 3_600_000, value: 4, expected: nil, lower: nil, upper: nil)
        let svg = try svg(chart)
        let line = try #require(svg.components(separatedBy: "class=\"value\" d=\"").last?.split(separator: "\"").first)
        #expect(line.count { $0 == "M" } == 2)
        #expect(line.hasSuffix("l0 0"), "A single sample is a dot.")
        #expect(svg.contains("class=\"alone\""))
    }
}
