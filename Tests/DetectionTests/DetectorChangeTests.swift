import Detection
import Samples
import Testing

/// What a change that was announced does to the series that it selects.
@Suite struct DetectorChangeTests {
    private static let interval: Int64 = 10_000
    /// Samples before the change.
    private static let past = 600
    private static let calm = Fixture.noise(past)
    private static let deployed = Int64(past) * interval

    private static func change(
        _ id: String = "deploy-7", at time: Int64 = deployed, until: Int64? = nil, service: String? = "web"
    ) -> Change {
        Change(
            id: id, time: EventTime(milliseconds: time), until: until.map { EventTime(milliseconds: $0) },
            service: service, what: "deployed 2.4.1")
    }

    /// What is reported of these values, with changes that come in before the samples of these numbers.
    private static func report(
        _ values: [Double], _ changes: [(before: Int, Change)],
        _ configuration: DetectorConfiguration = DetectorConfiguration(), tellsScores: Bool = false
    ) -> DetectionReport {
        var detector = Fixture.detector(configuration)
        detector.tellsScores = tellsScores
        var report = DetectionReport()
        var row = 0
        for (place, change) in changes + [(values.count, Self.change())] {
            let part = Fixture.samples(Array(values[row..<place]), interval: interval, from: row)
            detector.process(part, watermark: part.steps.last ?? .min, into: &report)
            row = place
            if place < values.count { detector.take(change, step: part.steps.last ?? .min, into: &report) }
        }
        return report
    }

    /// Wobbles of a size that alarms, some samples after the change.
    private static func wobble(_ size: Double) -> [Double] {
        var values = calm + Fixture.noise(600, seed: 2)
        for index in [past + 10, past + 11] { values[index] = 100 + size }
        return values
    }

    @Test(arguments: [7.0, -7])
    func aSmallWobbleInTheLeaseIsNotTold(size: Double) {
        let values = Self.wobble(size)
        #expect(Self.report(values, []).opened.count == 1, "it alarms without the change")
        let report = Self.report(values, [(Self.past, Self.change())])
        #expect(report.transitions.isEmpty)
        #expect(report.tolerated == 1)
    }

    @Test func aClearBreakIsToldAtOnceWithTheChange() {
        let report = Self.report(Self.wobble(40), [(Self.past, Self.change())])
        #expect(report.opened.map(\.time.milliseconds) == [Self.deployed + 10 * Self.interval])
        #expect(report.transitions.allSatisfy { $0.anomaly.changes == ["deploy-7"] })
        #expect(report.closed.map(\.closeReason) == [.recovered])
        #expect(report.tolerated == 0)
    }

    @Test(arguments: [
        (change(service: "cart"), 600), (change(at: deployed - 600_000), 540), (change(until: deployed + 50_000), 600),
        (change(at: deployed + 400_000), 600),
    ])
    func whatItDoesNotSelectIsAsBefore(change: Change, before: Int) {
        let values = Self.wobble(7)
        let report = Self.report(values, [(before, change)])
        #expect(report.transitions == Self.report(values, []).transitions)
        #expect(report.opened.count == 1 && report.opened.allSatisfy(\.changes.isEmpty))
    }

    /// Only event time counts: it may be announced long before, and be known only behind its beginning.
    @Test(arguments: [10, 300, 605])
    func itMayBeToldBeforeAndBehindItsTime(before: Int) {
        let report = Self.report(Self.wobble(7), [(before, Self.change())])
        #expect(report.transitions.isEmpty && report.tolerated == 1)
    }

    @Test func whatIsOpenAlreadyNamesAChangeThatIsToldLater() {
        let values = Self.calm + Fixture.noise(600, level: 130, seed: 2)
        let report = Self.report(values, [(Self.past + 20, Self.change())])
        #expect(report.opened.map(\.changes) == [[]])
        #expect(report.closed.map(\.changes) == [["deploy-7"]])
        #expect(report.closed.map(\.closeReason) == [.levelShift])
    }

    /// A level that moves with a deployment is one anomaly, over when the lease is, and the new level is normal.
    @Test(arguments: [130.0, 70, 108])
    func aNewLevelIsLetInWhenTheLeaseEnds(level: Double) throws {
        let values = Self.calm + Fixture.noise(1000, level: level, seed: 2)
        let report = Self.report(values, [(Self.past, Self.change())], tellsScores: true)
        #expect(report.opened.map(\.changes) == [["deploy-7"]])
        let closed = try #require(report.closed.first)
        #expect(closed.closeReason == .levelShift && report.closed.count == 1)
        // The first sample outside the old band at the end of the lease.
        let late = closed.time.milliseconds - (Self.deployed + 600_000)
        #expect(late >= 0 && late <= 2 * Self.interval)
        let shift = try #require(closed.shift)
        #expect(abs(shift.before - 100) < 1.5 && abs(shift.after - level) < 1.5)
        #expect(report.scores.expected[(Self.past + 65)...].allSatisfy { abs(Double($0) - level) < 2 })
        let alone = Self.report(values, [])
        #expect(alone.closed.allSatisfy { $0.time > closed.time }, "sooner than without it")
    }

    /// Ten minutes are two samples: a level is not judged by so few.
    @Test func aSlowSeriesIsGivenSamplesEnough() throws {
        let closed = try #require(Self.slow(level: 130, ChangeTolerance()).closed.first)
        #expect(closed.closeReason == .levelShift)
        #expect((8...10).contains((closed.time - closed.onset).inSeconds / 300))
    }

    /// What is not told is let in all the same, so that it does not alarm behind the lease.
    @Test func aSmallShiftIsLetInUntold() {
        #expect(Self.slow(level: 106, ChangeTolerance(lease: .zero)).opened.count == 1)
        let report = Self.slow(level: 106, ChangeTolerance(raise: 30))
        #expect(report.transitions.isEmpty)
        #expect(report.tolerated == 1)
    }

    /// A series that sends every five minutes, whose level moves with a change.
    private static func slow(level: Double, _ changes: ChangeTolerance) -> DetectionReport {
        let slow: Int64 = 300_000
        var detector = Fixture.detector(DetectorConfiguration(changes: changes))
        var report = DetectionReport()
        detector.take(change(at: Int64(past) * slow), step: .min, into: &report)
        let values = calm + Fixture.noise(400, level: level, seed: 2)
        detector.process(
            Fixture.samples(values, interval: slow), watermark: Int64(values.count - 1) * slow, into: &report)
        return report
    }

    @Test func theBandIsWiderWhileTheLeaseLasts() {
        let values = Self.calm + Fixture.noise(200, seed: 2)
        let scores = Self.report(values, [(Self.past, Self.change())], tellsScores: true).scores
        let plain = Self.report(values, [], tellsScores: true).scores
        for row in values.indices {
            let isIn = (Self.past..<Self.past + 60).contains(row)
            guard !scores.upper[row].isNaN, scores.upper[row].isFinite else { continue }
            #expect((scores.upper[row] > plain.upper[row]) == isIn, "sample \(row)")
            #expect((scores.lower[row] < plain.lower[row]) == isIn, "sample \(row)")
            #expect(scores.scores[row] == plain.scores[row], "how strange a sample is does not depend on it")
        }
    }

    @Test func withoutALeaseNoChangeDoesAnything() {
        let values = Self.wobble(7)
        let off = DetectorConfiguration(changes: ChangeTolerance(lease: .zero))
        let report = Self.report(values, [(Self.past, Self.change(until: Self.deployed * 2))], off)
        #expect(report.transitions == Self.report(values, []).transitions)
    }

    @Test func switchingItOffForgetsTheLeases() {
        var detector = Fixture.detector()
        var report = DetectionReport()
        detector.take(Self.change(), step: .min, into: &report)
        var off = DetectorConfiguration()
        off.changes.lease = .zero
        detector.apply(off)
        detector.apply(DetectorConfiguration())
        #expect(detector.report(Fixture.samples(Self.wobble(7), interval: Self.interval)).opened.count == 1)
    }

    @Test func whatIsHeldBackByARuleIsNotToldByAChangeEither() {
        var detector = Fixture.detector()
        var report = DetectionReport()
        let rule = Feedback(
            .judge(.falseAlarm, .series(.series(Fixture.key))), by: "ann", at: EventTime(milliseconds: 1))
        detector.take(rule, step: .min, into: &report)
        detector.take(Self.change(), step: .min, into: &report)
        let values = Self.calm + Fixture.noise(50, level: 107, seed: 2) + Fixture.noise(50, level: 160, seed: 3)
        detector.process(
            Fixture.samples(values, interval: Self.interval), watermark: Self.deployed * 2, into: &report)
        #expect(report.transitions.isEmpty && !report.heldBack.isEmpty)
    }

    @Test func aSilenceThatBeginsInTheLeaseNamesTheChange() {
        var detector = Fixture.detector()
        detector.add(1, SeriesKey("other", ["service": "cart"]))
        var samples = RoutedSamples()
        for tick in 0..<800 {
            let time = Int64(tick) * Self.interval
            for id in 0..<UInt32(2) where id == 1 || tick < 610 {
                samples.append(series: id, time: time, step: time, value: 100)
            }
        }
        var report = DetectionReport()
        detector.take(Self.change(), step: .min, into: &report)
        detector.process(samples, watermark: 800 * Self.interval, into: &report)
        #expect(report.opened.map(\.kind) == [.silence] && report.opened.map(\.changes) == [["deploy-7"]])
    }

    @Test func leasesThatAreForgottenWhileTheyLastAreCounted() {
        var detector = Fixture.detector()
        var report = DetectionReport()
        for number in 0..<1030 {
            detector.take(
                Self.change("c\(number)", at: 1_000_000 + Int64(number)), step: 1_600_003, into: &report)
        }
        // Of the six that are forgotten the first four are over.
        #expect(report.forgottenLeases == 2)
    }

    /// However samples around a change are cut, it stands between the same two.
    @Test func batchesOfAnySizeGiveTheSame() {
        let values = Self.wobble(7) + Fixture.noise(700, level: 130, seed: 4) + Self.wobble(30)
        let places = [300, Self.past, Self.past + 599, values.count - 595]
        let changes = places.enumerated().map { number, place in
            (before: place, change: Self.change("c\(number)", at: Int64(place) * Self.interval))
        }
        let whole = Self.report(values, changes, tellsScores: true)
        #expect(whole.opened.contains { !$0.changes.isEmpty } && whole.tolerated > 0)
        var generator = SeededGenerator(seed: 8)
        for round in 0..<60 {
            var detector = Fixture.detector()
            detector.tellsScores = true
            var report = DetectionReport()
            var row = 0
            while row < values.count {
                for (place, change) in changes where place == row {
                    detector.take(change, step: Int64(row - 1) * Self.interval, into: &report)
                }
                let stop = places.first { $0 > row } ?? values.count
                let end = min(stop, row + Int.random(in: 1...[3, 40, 400][round % 3], using: &generator))
                let part = Fixture.samples(Array(values[row..<end]), interval: Self.interval, from: row)
                detector.process(part, watermark: part.steps.last ?? 0, into: &report)
                row = end
            }
            #expect(report.transitions == whole.transitions && report.movements == whole.movements, "round \(round)")
            #expect(report.scores.isSame(as: whole.scores) && report.tolerated == whole.tolerated, "round \(round)")
        }
    }
}
