import Detection
import Foundation
import Samples
import Testing

/// Baselines that are not shown the samples as they are, each alone.
@Suite struct SubjectTests {
    private static func only(_ part: (inout ModelShape) -> Void) -> DetectorConfiguration {
        var shape = ModelShape(
            holtWinters: nil, robustZScore: nil, dailySeason: nil, weeklySeason: nil, levelShift: nil, drift: nil,
            spread: nil)
        part(&shape)
        return DetectorConfiguration(shape: shape)
    }

    /// What is expected of the last sample, once all were learned.
    private static func last(_ values: [Double], interval: Int64, _ configuration: DetectorConfiguration) -> Float? {
        var detector = Fixture.detector(configuration)
        detector.tellsScores = true
        return detector.report(Fixture.samples(values, interval: interval)).scores.expected.last
    }

    @Test func firstDifferenceExpectsTheSampleBefore() throws {
        let configuration = Self.only { $0.firstDifference = ModelShape.RobustZScore() }
        var values = CleanShape.integrated.values(1500, seed: 1)
        values += [values[1499] + 0.5]
        let expected = try #require(Self.last(values, interval: 300_000, configuration))
        #expect(abs(Double(expected) - values[1499]) < 0.3)
        // A jump of twelve steps is one anomaly, although the level stays.
        let jump = values + CleanShape.integrated.values(300, seed: 2).map { $0 + values[1499] + 12 }
        let opened = Fixture.report(jump, interval: 300_000, configuration).opened
        #expect(opened.map(\.time) == [EventTime(milliseconds: 1501 * 300_000)])
        #expect(opened.first?.terms.map(\.baseline) == ["first_difference"])
    }

    @Test func multiplicativeHoltWintersFollowsSwingsThatGrowWithTheLevel() throws {
        let configuration = Self.only { $0.multiplicativeHoltWinters = ModelShape.HoltWinters() }
        var random = SeededGenerator(seed: 3)
        // The level doubles each week, and the day swings by a factor of three.
        func value(_ sample: Int) -> Double {
            let (turns, weeks) = (Double(sample) / 288, Double(sample) / 2016)
            return 100 * exp2(weeks) * (2 + random.wave(turns)) * (1 + 0.02 * random.normal())
        }
        var values = (0..<8 * 288).map { value($0) }
        let expected = try #require(Self.last(values, interval: 300_000, configuration))
        #expect(abs(Double(expected) / values[values.count - 1] - 1) < 0.1)
        #expect(Fixture.report(values, interval: 300_000, configuration).opened.isEmpty)
        values[7 * 288 + 100] *= 2
        let opened = Fixture.report(values, interval: 300_000, configuration).opened
        #expect(opened.map(\.time) == [EventTime(milliseconds: Int64(7 * 288 + 100) * 300_000)])
        // What is not above 0 has no logarithm: nothing is said of it.
        values[7 * 288 + 100] = 0
        #expect(Fixture.report(values, interval: 300_000, configuration).opened.isEmpty)
    }

    @Test func seasonalShiftSeesADayThatIsDifferentByLessThanItSwings() {
        let configuration = Self.only {
            ($0.dailySeason, $0.seasonalShift) = (.daily, .level)
        }
        var values = CleanShape.seasonal.values(12 * 288, seed: 4)
        #expect(Fixture.report(values, interval: 300_000, configuration).opened.isEmpty)
        for sample in 11 * 288..<11 * 288 + 60 { values[sample] += 2.5 }
        let opened = Fixture.report(values, interval: 300_000, configuration).opened
        #expect(opened.count == 1)
        #expect(opened.first.map { $0.terms.contains { $0.baseline == "seasonal_shift" } } == true)
    }
}
