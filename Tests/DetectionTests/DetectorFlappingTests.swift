import Detection
import Samples
import Testing

/// A series that opens anomalies again and again is told once as flapping; what comes back once a day is not.
@Suite struct DetectorFlappingTests {
    private static let undamped = Fixture.configuration(Policy(flapAfter: 0))

    /// Noise with stretches that are off by a size; each larger than the one before, for what was told is no news.
    private static func values(_ stretches: [(start: Int, length: Int, size: Double)], _ count: Int) -> [Double] {
        var values = Fixture.noise(count)
        for stretch in stretches {
            for index in stretch.start..<min(count, stretch.start + stretch.length) { values[index] += stretch.size }
        }
        return values
    }

    /// A square wave with a period of five minutes, one sample a second.
    private static func squareWave(_ periods: Int, calm: Int = 8000) -> [Double] {
        var (size, stretches) = (10.0, [(Int, Int, Double)]())
        for period in 0..<periods {
            stretches.append((600 + 300 * period, 150, size))
            size *= 3
        }
        return values(stretches, 600 + 300 * periods + calm)
    }

    @Test func aSquareWaveIsToldAsFlapping() throws {
        let values = Self.squareWave(7, calm: 12_000)
        let alone = Fixture.report(values, Self.undamped)
        #expect(alone.opened.count == 7 && alone.opened.allSatisfy { $0.flaps == 0 })
        let report = Fixture.report(values)
        #expect(report.opened.map(\.flaps) == [0, 0, 3])
        #expect(report.closed.map(\.flaps) == [0, 0, 7])
        let (opened, closed) = (try #require(report.opened.last), try #require(report.closed.last))
        #expect(closed.id == opened.id && closed.onset == opened.onset && closed.closeReason == .recovered)
        // It closes as of the last recovery, and is told when it has been calm for 7/3 hours.
        #expect(closed.time == alone.closed.last?.time)
        let told = try #require(report.transitions.last).step - closed.time.milliseconds
        #expect(told == 3_600_000 * 7 / 3)
        #expect(closed.severity == .critical && closed.peakScore >= opened.peakScore)
        #expect(report.transitions.count <= alone.transitions.count / 2)
    }

    /// Only what is told is damped: how strange each sample is, and what it teaches, is as without it.
    @Test func itChangesNothingThatIsLearned() {
        let values = Self.squareWave(7) + Fixture.noise(500, level: 130, seed: 5)
        func scores(_ configuration: DetectorConfiguration) -> SampleScores {
            var detector = Fixture.detector(configuration)
            detector.tellsScores = true
            return detector.report(Fixture.samples(values)).scores
        }
        let (damped, alone) = (scores(DetectorConfiguration()), scores(Self.undamped))
        #expect(damped.scores == alone.scores)
        let kept = damped.outcomes.indices.filter { damped.outcomes[$0] != alone.outcomes[$0] }
        #expect(!kept.isEmpty, "between the stretches it is open")
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func randomFlappingIsToldAsFlapping(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var (start, size) = (600, 12.0)
        var stretches: [(Int, Int, Double)] = []
        for _ in 0..<12 {
            stretches.append((start, Int.random(in: 1...60, using: &generator), size))
            start += Int.random(in: 100...900, using: &generator)
            size *= Double.random(in: 1.3...1.8, using: &generator)
        }
        let values = Self.values(stretches, start + 16_000)
        let alone = Fixture.report(values, Self.undamped)
        let report = Fixture.report(values)
        #expect(alone.opened.count >= 8)
        #expect(report.opened.count == 3 && report.closed.count == 3)
        let told = alone.opened.count
        #expect(report.closed.last?.flaps == told, "each is counted")
    }

    /// Once a day, of a series each minute and each five minutes, with the same size and growing.
    @Test(arguments: [60_000, 300_000] as [Int64], [1.0, 1.2])
    func aSpikeOnceADayDoesNotFlap(interval: Int64, growth: Double) {
        let day = Int(86_400_000 / interval)
        var values = Fixture.noise(day * 8)
        var size = 40.0
        for index in 1..<8 {
            values[day * index + 20] += size
            size *= growth
        }
        let report = Fixture.report(values, interval: interval)
        #expect(!report.opened.isEmpty)
        #expect(report.transitions.allSatisfy { $0.anomaly.flaps == 0 })
        #expect(report.transitions == Fixture.report(values, interval: interval, Self.undamped).transitions)
    }

    @Test func theCalmThatIsAskedForIsBounded() throws {
        let growing = Self.squareWave(40, calm: 20_000).map { min($0, 1e30) }
        let report = Fixture.report(growing, Fixture.configuration(Policy(flapAfter: 2, flapWithin: .seconds(600))))
        let closed = try #require(report.closed.last)
        #expect(closed.flaps > 8)
        #expect(try #require(report.transitions.last).step - closed.time.milliseconds == 4 * 600_000)
    }

    @Test func aSeriesThatEndsOrMovesFlapsNoMore() {
        let wave = Self.squareWave(4, calm: 600)
        let moved = Fixture.report(wave + Fixture.noise(5000, level: 50_000, seed: 2))
        #expect(moved.closed.map(\.closeReason) == [.recovered, .recovered, .levelShift])
        #expect(moved.closed.last?.flaps == 5 && moved.closed.last?.shift != nil)
        var detector = Fixture.detector()
        _ = detector.report(Fixture.samples(wave))
        #expect(detector.openCount == 1)
        var report = DetectionReport()
        detector.process(RoutedSamples(), watermark: Int64(wave.count + 600) * 1000, into: &report)
        #expect(report.closed.map(\.closeReason) == [.silent] && report.closed.first?.flaps == 4)
        #expect(report.opened.map(\.kind) == [.silence] && detector.openCount == 1)
    }

    @Test func aPolicyThatDampsNothingClosesWhatIsKeptOpen() {
        var detector = Fixture.detector()
        let wave = Self.squareWave(4, calm: 600)
        _ = detector.report(Fixture.samples(wave))
        detector.apply(Self.undamped)
        let report = detector.report(Fixture.samples([100], from: wave.count))
        #expect(report.closed.map(\.flaps) == [4] && detector.openCount == 0)
    }

    @Test func feedbackKnowsWhatIsKeptOpen() throws {
        var detector = Fixture.detector()
        let wave = Self.squareWave(4, calm: 600)
        let open = try #require(detector.report(Fixture.samples(wave)).opened.last)
        var report = DetectionReport()
        let now = Int64(wave.count) * 1000
        detector.take(
            Feedback(.judge(.falseAlarm, .anomaly(open.id)), by: "ann", at: EventTime(milliseconds: now)), step: now,
            into: &report)
        let rule = try #require(report.feedback.first?.rule)
        let tolerance = try #require(FeedbackVerdict.falseAlarm.tolerance)
        #expect((260.0...280).contains(rule.covered.above / tolerance), "the largest of all its stretches")
        detector.take(
            Feedback(.judge(.newNormal, .anomaly(open.id)), by: "ann", at: EventTime(milliseconds: now)), step: now,
            into: &report)
        #expect(report.feedback.last?.accepted == [open.id] && report.closed.map(\.id) == [open.id])
    }

    @Test func batchesOfAnySizeGiveTheSame() {
        let values = Self.squareWave(7, calm: 9000)
        let whole = Fixture.report(values)
        var generator = SeededGenerator(seed: 9)
        for round in 0..<20 {
            var detector = Fixture.detector()
            var report = DetectionReport()
            var row = 0
            while row < values.count {
                let end = min(values.count, row + Int.random(in: 1...[30, 4000][round % 2], using: &generator))
                let part = Fixture.samples(Array(values[row..<end]), from: row)
                detector.process(part, watermark: part.steps.last ?? 0, into: &report)
                row = end
            }
            #expect(report.transitions == whole.transitions, "round \(round)")
        }
    }
}
