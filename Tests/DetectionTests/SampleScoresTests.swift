import Detection
import Foundation
import Samples
import Testing

/// What is told of every sample where somebody asks for it.
@Suite struct SampleScoresTests {
    private static let values = Fixture.noise(200) + [200, 200, 200] + Fixture.noise(50, seed: 2)

    private static func scores(_ samples: RoutedSamples) -> DetectionReport {
        var detector = Fixture.detector()
        detector.tellsScores = true
        return detector.report(samples)
    }

    @Test func nothingIsToldUnlessAskedFor() {
        #expect(Fixture.report(Self.values).scores == SampleScores())
    }

    @Test func tellingChangesNoDecision() {
        let told = Self.scores(Fixture.samples(Self.values))
        let untold = Fixture.report(Self.values)
        #expect(told.transitions == untold.transitions)
        #expect(told.movements == untold.movements)
    }

    @Test func everySampleHasItsRow() {
        let report = Self.scores(Fixture.samples(Self.values))
        #expect(report.scores.count == Self.values.count)
        #expect(report.scores.outcomes.count { $0.contains(.scored) } == report.scored)
        for row in Self.values.indices {
            let isScored = report.scores.outcomes[row].contains(.scored)
            #expect(isScored == (row >= 20))
            #expect(report.scores.expected[row].isNaN == !isScored)
            if isScored {
                #expect(report.scores.lower[row] <= report.scores.expected[row])
                #expect(report.scores.expected[row] <= report.scores.upper[row])
            }
        }
    }

    @Test func theRowOfADecisionSaysSo() throws {
        let report = Self.scores(Fixture.samples(Self.values))
        let opened = report.scores.outcomes.indices.filter { report.scores.outcomes[$0].contains(.opened) }
        #expect(opened == [200])
        #expect(Float(try #require(report.opened.first).score) == report.scores.scores[200])
        let abnormal = report.scores.outcomes.indices.filter { report.scores.outcomes[$0].contains(.abnormal) }
        #expect(
            abnormal.first == 200 && abnormal.last == report.closed.first.map { Int($0.time.milliseconds) / 1000 - 1 })
    }

    /// The terms of a message are those that made its score: no tail had seen the sample.
    @Test(arguments: [(300, 110.0), (1000, 110), (1000, 107)])
    func theTermsMakeTheScore(seen: Int, value: Double) throws {
        let report = Self.scores(Fixture.samples(Fixture.noise(seen) + [value]))
        let opened = try #require(report.opened.last)
        let surprise = -log10(opened.terms.map(\.pValue).min() ?? 1)
        let score = surprise <= 9 ? surprise / 10 : 1 - 0.1 / (surprise - 8)
        #expect(abs(score - opened.score) < 1e-6)
    }

    @Test func aBandDoesNotDependOnWhatItIsHeldAgainst() {
        let past = Fixture.noise(300)
        let (calm, wild) = (Self.scores(Fixture.samples(past + [100])), Self.scores(Fixture.samples(past + [130])))
        #expect(calm.scores.lower[300] == wild.scores.lower[300] && calm.scores.upper[300] == wild.scores.upper[300])
    }

    @Test func whatIsLeftOutHasARowToo() {
        var samples = Fixture.samples(Fixture.noise(100))
        samples.append(series: 0, time: 98_000, step: 99_000, value: 1e9)
        samples.append(series: 0, time: 100_000, step: 100_000, value: 100)
        let report = Self.scores(samples)
        #expect(report.scores.outcomes[100] == .leftOut)
        #expect(report.scores.scores[100] == 0)
        #expect(report.scores.outcomes[101].contains(.scored))
    }

    /// Rows come in the order of the batch although passes of different blocks run at different times.
    @Test func rowsStayInOrderOverManyBlocks() {
        var detector = Detector(Fixture.quick)
        detector.tellsScores = true
        var samples = RoutedSamples()
        for id in 0..<600 { detector.add(UInt32(id), SeriesKey("s", ["id": "\(id)"])) }
        for tick in 0..<40 {
            for id in stride(from: 599, through: 0, by: -1) {
                samples.append(
                    series: UInt32(id), time: Int64(tick) * 1000, step: Int64(tick) * 1000, value: Double(id * 100))
            }
        }
        let report = detector.report(samples)
        for row in 0..<samples.count where report.scores.outcomes[row].contains(.scored) {
            #expect(abs(Double(report.scores.expected[row]) - samples.values[row]) < 1)
        }
        #expect(report.scores.outcomes.count { $0.contains(.scored) } == 600 * 30)
    }
}
