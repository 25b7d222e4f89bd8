import Detection
import Samples
import Testing

/// Live equals replay: only the samples and their order decide.
@Suite struct DetectorInvarianceTests {
    private static let series = 4
    /// Four series in turn with a spike, a step, a burst, a duplicate, a step back, a silence and a newcomer among them, and
    /// an outage of all while anomalies are open.
    private static let rough: RoutedSamples = {
        var generator = SeededGenerator(seed: 5)
        var samples = RoutedSamples()
        for tick in 0..<110 {
            for id in 0..<series where !(id == 2 && (70..<95).contains(tick)) && !(id == 3 && tick < 30) {
                var value = 100 + generator.normal()
                if id == 0, tick == 60 || tick == 85 { value += 60 }
                if id == 1, tick >= 65 { value -= 40 }
                if id == 2, (64..<70).contains(tick) { value += 50 }
                let step = Int64(tick + (tick >= 67 ? 40 : 0)) * 300_000
                let late = Int64(tick == 40 && id == 1 ? 3 : tick == 50 ? 1 : 0) * 300_000
                samples.append(series: UInt32(id), time: step - late, step: step, value: value)
            }
        }
        return samples
    }()

    /// Ticks of noise that a detector has seen before: as many as its verdicts need to count in full.
    private static let past = 260

    /// A detector that knows these series; but for the newcomer, they have a past.
    private static func detector(_ ids: some Sequence<UInt32>) -> Detector {
        var detector = Detector(Fixture.quick)
        detector.tellsScores = true
        var samples = RoutedSamples()
        for id in ids { detector.add(id, SeriesKey("series", ["id": "\(id)"])) }
        for id in ids where id != 3 {
            var generator = SeededGenerator(seed: UInt64(id) + 50)
            for tick in -past..<0 {
                let step = Int64(tick) * 300_000
                samples.append(series: id, time: step, step: step, value: 100 + generator.normal())
            }
        }
        var report = DetectionReport()
        detector.process(sorted(samples), start: -Int64(past) * 300_000, watermark: 0, into: &report)
        return detector
    }

    private static let standard = detector(0..<UInt32(series))

    private static func detector() -> Detector { standard }

    /// By step, as Ingest sends them.
    private static func sorted(_ samples: RoutedSamples) -> RoutedSamples {
        var result = RoutedSamples()
        for row in (0..<samples.count).sorted(by: { (samples.steps[$0], $0) < (samples.steps[$1], $1) }) {
            result.append(
                series: samples.series[row], time: samples.times[row], step: samples.steps[row],
                value: samples.values[row])
        }
        return result
    }

    private static func slice(_ rows: Range<Int>, where isWanted: (UInt32) -> Bool = { _ in true }) -> RoutedSamples {
        var slice = RoutedSamples()
        for row in rows where isWanted(rough.series[row]) {
            slice.append(
                series: rough.series[row], time: rough.times[row], step: rough.steps[row], value: rough.values[row])
        }
        return slice
    }

    /// The jumps that Ingest would tell with these rows.
    private static func jumps(_ rows: Range<Int>) -> [StepJump] {
        rows.compactMap { row in
            guard row > 0, rough.steps[row] > rough.steps[row - 1] else { return nil }
            return StepJump(from: rough.steps[row - 1], to: rough.steps[row])
        }
    }

    /// Whatever spans series is decided by step, so the order between series within a step is free.
    private static func sorted(_ report: DetectionReport) -> DetectionReport {
        var report = report
        report.movements.sort { ($0.step, $0.series) < ($1.step, $1.series) }
        report.transitions = report.transitions.enumerated().sorted {
            ($0.element.step, $0.element.series, $0.offset) < ($1.element.step, $1.element.series, $1.offset)
        }.map(\.element)
        return report
    }

    private static func expectSame(_ a: DetectionReport, _ b: DetectionReport) {
        let (a, b) = (sorted(a), sorted(b))
        #expect(a.transitions == b.transitions)
        #expect(a.movements == b.movements)
        #expect(
            [a.scored, a.warming, a.unrated, a.resets, a.outOfOrder]
                == [b.scored, b.warming, b.unrated, b.resets, b.outOfOrder])
    }

    private static func whole() -> DetectionReport {
        var detector = detector()
        return report(0..<rough.count, by: &detector)
    }

    /// What the detector makes of these rows as one batch.
    private static func report(_ rows: Range<Int>, by detector: inout Detector) -> DetectionReport {
        var report = DetectionReport()
        detector.process(
            slice(rows), jumps: jumps(rows), start: rough.steps[0], watermark: rough.steps[rows.upperBound - 1],
            into: &report)
        return report
    }

    @Test func theRoughSeriesTellSomething() {
        let report = Self.whole()
        #expect(report.opened.count >= 4)
        #expect(report.closed.contains { $0.closeReason == .silent })
        #expect(report.closed.contains { $0.closeReason == .recovered })
        #expect(report.outOfOrder == 1)
        #expect(report.movements.contains { $0.series == 3 && $0.newcomer == 1 })
    }

    @Test func batchesOfAnySizeGiveTheSame() {
        let whole = Self.whole()
        var generator = SeededGenerator(seed: 6)
        for round in 0..<10_000 {
            var detector = Self.detector()
            var report = DetectionReport()
            var row = 0
            let largest = [1, 3, 40, 200][round % 4]
            while row < Self.rough.count {
                let end = min(Self.rough.count, row + Int.random(in: 1...largest, using: &generator))
                let rows = row..<end
                detector.process(
                    Self.slice(rows), jumps: Self.jumps(rows), start: Self.rough.steps[0],
                    watermark: Self.rough.steps[end - 1], into: &report)
                row = end
            }
            Self.expectSame(report, whole)
            #expect(report.scores.isSame(as: whole.scores), "round \(round)")
        }
    }

    /// Feedback stands between two samples; however those around it are cut, it does the same.
    @Test func feedbackBetweenSamplesGivesTheSame() throws {
        let (place, accepted) = (205, 260)
        let spike = Feedback(
            .judge(.falseAlarm, .series(.series(SeriesKey("series", ["id": "0"])))), by: "me",
            at: .init(milliseconds: .max))
        let level = Feedback(
            .judge(.newNormal, .series(.series(SeriesKey("series", ["id": "1"])))), by: "me",
            at: .init(milliseconds: .max))
        var generator = SeededGenerator(seed: 7)
        var whole: DetectionReport?
        for round in 0..<500 {
            var detector = Self.detector()
            var report = DetectionReport()
            var row = 0
            while row < Self.rough.count {
                for (stop, feedback) in [(place, spike), (accepted, level)] where row == stop {
                    detector.take(feedback, step: Self.rough.steps[row - 1], into: &report)
                }
                let stop = [place, accepted].first { $0 > row } ?? Self.rough.count
                let end = round == 0 ? stop : min(stop, row + Int.random(in: 1...40, using: &generator))
                let rows = row..<end
                detector.process(
                    Self.slice(rows), jumps: Self.jumps(rows), start: Self.rough.steps[0],
                    watermark: Self.rough.steps[end - 1], into: &report)
                row = end
            }
            let expected = whole ?? report
            whole = expected
            Self.expectSame(report, expected)
            #expect(report.feedback == expected.feedback && report.heldBack == expected.heldBack, "round \(round)")
        }
        let report = try #require(whole)
        #expect(report.feedback.allSatisfy { $0.refusal == nil })
        #expect(report.heldBack.count == 2)
        #expect(report.feedback[1].accepted.count == 1)
    }

    @Test(arguments: [2, 3, 4])
    func shardsGiveTheSameAsOne(count: Int) {
        let whole = Self.whole()
        for salt in 0..<8 {
            let shard: (UInt32) -> Int = { Int($0 &* 7 &+ UInt32(salt) &* ($0 &+ 1)) % count }
            var report = DetectionReport()
            for number in 0..<count {
                var detector = Self.detector((0..<UInt32(Self.series)).filter { shard($0) == number })
                let share = Self.slice(0..<Self.rough.count) { shard($0) == number }
                detector.process(
                    share, jumps: Self.jumps(0..<Self.rough.count), start: Self.rough.steps[0],
                    watermark: Self.rough.steps.last ?? 0, into: &report)
            }
            Self.expectSame(report, whole)
        }
    }

    @Test func whatComesLaterChangesNothingBefore() {
        let cut = Self.rough.count * 2 / 3
        var one = Self.detector()
        var other = Self.detector()
        let prefix = Self.report(0..<cut, by: &one)
        Self.expectSame(prefix, Self.report(0..<cut, by: &other))
        let last = Self.rough.steps[cut - 1]
        let whole = Self.sorted(Self.whole())
        #expect(
            whole.transitions.filter { $0.step < last } == Self.sorted(prefix).transitions.filter { $0.step < last })
        #expect(whole.movements.filter { $0.step < last } == Self.sorted(prefix).movements.filter { $0.step < last })
    }

    @Test func aSampleIsJudgedByWhatCameBeforeIt() {
        let past = Fixture.noise(200) + [150]
        let calm = Fixture.report(past + Fixture.noise(50, seed: 2))
        let wild = Fixture.report(past + (0..<50).map { _ in 1e9 })
        #expect(calm.opened.first == wild.opened.first)
        #expect(calm.movements.first { $0.time == 200_000 } == wild.movements.first { $0.time == 200_000 })
    }
}
