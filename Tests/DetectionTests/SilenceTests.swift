import Detection
import Foundation
import Samples
import Testing

/// A series that stops while others go on is an anomaly of its own.
@Suite struct SilenceTests {
    private static let minute: Int64 = 60_000

    /// What a detector makes of series that come at these times; one more comes each minute to the end.
    ///
    /// - Parameter batch: samples that are processed at once.
    private static func report(
        _ times: [[Int64]], until end: Int64, _ policy: Policy = Policy(), batch: Int = .max
    ) -> DetectionReport {
        var detector = Detector(Fixture.configuration(policy))
        return report(times, until: end, by: &detector, batch: batch)
    }

    private static func report(
        _ times: [[Int64]], until end: Int64, by detector: inout Detector, batch: Int = .max
    ) -> DetectionReport {
        let all = times + [Array(stride(from: Int64(0), through: end, by: Int(minute)))]
        var rows: [(time: Int64, series: Int)] = []
        for (series, times) in all.enumerated() {
            detector.add(UInt32(series), SeriesKey("beats", ["id": "\(series)"]))
            rows += times.map { ($0, series) }
        }
        rows.sort { ($0.time, $0.series) < ($1.time, $1.series) }
        var (report, clock, samples) = (DetectionReport(), StepClock(), RoutedSamples())
        for (index, row) in rows.enumerated() {
            samples.append(series: UInt32(row.series), time: row.time, step: clock.step(of: row.time), value: 5)
            if samples.count == batch || index == rows.count - 1 {
                detector.process(samples, jumps: clock.takeJumps(), start: 0, watermark: clock.current, into: &report)
                samples.removeAll()
            }
        }
        return report
    }

    private static func every(_ interval: Int64, _ count: Int, from start: Int64 = 0) -> [Int64] {
        (0..<Int64(count)).map { start + $0 * interval }
    }

    @Test func oneThatStopsIsToldAndOverWhenItComesBack() throws {
        let times = Self.every(Self.minute, 200) + Self.every(Self.minute, 50, from: 230 * Self.minute)
        let report = Self.report([times], until: 280 * Self.minute)
        #expect(report.transitions.map(\.anomaly.kind) == [.silence, .silence])
        let (opened, closed) = (try #require(report.opened.first), try #require(report.closed.first))
        #expect(opened.series == SeriesKey("beats", ["id": "0"]))
        #expect(opened.onset == EventTime(milliseconds: 199 * Self.minute), "since the last sample")
        #expect(opened.time == EventTime(milliseconds: 204 * Self.minute), "five intervals later")
        #expect(opened.value == 300 && opened.expected == 60 && opened.lower == 0 && opened.upper == 300)
        #expect(opened.terms.map(\.baseline) == ["beat"] && opened.samplesSeen == 200)
        #expect(opened.score > 0.9 && opened.severity == .critical)
        #expect(closed.id == opened.id && closed.closeReason == .recovered && closed.onset == opened.onset)
        #expect(closed.time == EventTime(milliseconds: 230 * Self.minute) && closed.value == 31 * 60)
    }

    @Test func oneThatStaysAwayIsTakenAsGone() throws {
        let report = Self.report(
            [Self.every(Self.minute, 200)], until: 3000 * Self.minute, Policy(goneAfter: .seconds(3600)))
        #expect(report.transitions.map(\.step) == [204 * Self.minute, 264 * Self.minute])
        #expect(report.closed.map(\.closeReason) == [.silent])
    }

    @Test func oneThatIsGoneMayComeBackAndGoAgain() {
        let times = Self.every(Self.minute, 200) + Self.every(Self.minute, 200, from: 1000 * Self.minute)
        let report = Self.report([times], until: 1400 * Self.minute, Policy(goneAfter: .seconds(3600)))
        #expect(report.opened.count == 2 && Set(report.opened.map(\.id)).count == 2)
    }

    @Test(arguments: [29, 30])
    func nothingIsSaidOfOneThatIsHardlyKnown(samples: Int) {
        let report = Self.report([Self.every(Self.minute, samples)], until: 400 * Self.minute)
        #expect(report.opened.count == (samples < 30 ? 0 : 1))
    }

    @Test(arguments: [
        (Policy(silence: .off), 0), (Policy(enabled: false), 0), (Policy(silence: .after(.seconds(600))), 1),
    ])
    func thePolicyDecides(policy: Policy, count: Int) {
        let report = Self.report([Self.every(Self.minute, 200)], until: 400 * Self.minute, policy)
        #expect(report.opened.count == count)
        if count == 1 { #expect(report.opened.map(\.value) == [600]) }
    }

    @Test func aDeclaredPauseHoldsFromTheFirstSample() {
        let report = Self.report([[0]], until: 400 * Self.minute, Policy(silence: .after(.seconds(600))))
        #expect(report.opened.map(\.value) == [600])
    }

    @Test func aPolicyThatChangesForgetsNothingAndTellsNothingOld() {
        var detector = Detector(Fixture.configuration(Policy(silence: .off, goneAfter: .seconds(3600))))
        let times = [Self.every(Self.minute, 200), Self.every(Self.minute, 390)]
        let before = Self.report(times, until: 400 * Self.minute, by: &detector)
        #expect(before.opened.isEmpty)
        detector.apply(Fixture.configuration(Policy(goneAfter: .seconds(3600))))
        var report = DetectionReport()
        detector.process(RoutedSamples(), watermark: 401 * Self.minute, into: &report)
        #expect(report.opened.map(\.series) == [SeriesKey("beats", ["id": "1"])], "the first one was gone by then")
        #expect(report.transitions.allSatisfy { $0.step >= 400 * Self.minute }, "nothing before the last watermark")
        detector.apply(Fixture.configuration(Policy(silence: .off)))
        detector.process(RoutedSamples(), watermark: 402 * Self.minute, into: &report)
        #expect(report.closed.map(\.closeReason) == [.recovered])
        #expect(detector.openCount == 0)
    }

    /// Poisson arrivals, two hundred series of them: their pauses are all sorts of long.
    @Test func aRandomStreamRaisesNothing() {
        var generator = SeededGenerator(seed: 3)
        let times = (0..<200).map { _ in
            var time = 0.0
            return (0..<500).map { _ in
                time -= 300_000 * log(generator.uniform())
                return Int64(time)
            }
        }
        let end = times.map { $0.last ?? 0 }.min() ?? 0
        let report = Self.report(times.map { $0.filter { $0 <= end } }, until: end)
        #expect(report.opened.count <= 2)
    }

    /// A shop that is closed at night and at weekends: the second night is the last one told, the second weekend too.
    @Test func nightsAndWeekendsAreLearned() {
        let day: Int64 = 1440 * Self.minute
        let times = (0..<42).filter { $0 % 7 < 5 }.flatMap { Self.every(Self.minute, 600, from: Int64($0) * day) }
        let report = Self.report([times], until: 42 * day - 841 * Self.minute)
        let days = report.opened.map { $0.onset.milliseconds / day }
        #expect(days == [0, 1, 4, 11])
    }

    @Test func anIncidentDoesNotMakeItPatient() {
        let times =
            Self.every(Self.minute, 200) + Self.every(Self.minute, 200, from: 400 * Self.minute)
        let report = Self.report([times], until: 700 * Self.minute)
        #expect(report.opened.map(\.upper) == [300, 300])
    }

    @Test func anOutageOfAllInputRaisesNothing() {
        var detector = Detector(Fixture.configuration(Policy()))
        for id in 0..<3 { detector.add(UInt32(id), SeriesKey("beats", ["id": "\(id)"])) }
        var (report, clock) = (DetectionReport(), StepClock())
        for minute in 0..<400 where minute < 200 || minute >= 320 {
            var samples = RoutedSamples()
            // One comes back ten minutes later than the others, and is silent then.
            for id in 0..<3 where id != 2 || !(320..<330).contains(minute) {
                let time = Int64(minute) * Self.minute
                samples.append(series: UInt32(id), time: time, step: clock.step(of: time), value: 5)
            }
            detector.process(samples, jumps: clock.takeJumps(), start: 0, watermark: clock.current, into: &report)
        }
        #expect(report.opened.map(\.series) == [SeriesKey("beats", ["id": "2"])])
        #expect(
            report.opened.map(\.time) == [EventTime(milliseconds: 324 * Self.minute)], "the outage counts as one minute"
        )
    }

    @Test func whatIsStrangeOfItsValuesEndsWithIt() {
        var detector = Detector(Fixture.configuration(Policy()))
        detector.add(0, Fixture.key)
        _ = detector.report(Fixture.samples(Fixture.noise(300) + [200, 200, 200], interval: Self.minute))
        var report = DetectionReport()
        detector.process(RoutedSamples(), watermark: 310 * Self.minute, into: &report)
        #expect(report.transitions.map(\.anomaly.phase) == [.closed, .opened])
        #expect(report.transitions.map(\.anomaly.kind) == [.value, .silence])
        #expect(report.closed.map(\.closeReason) == [.silent])
        #expect(report.transitions.map(\.step) == [307 * Self.minute, 307 * Self.minute])
    }

    @Test func aStaleMarkerEndsASeriesWithoutAlarm() {
        var detector = Detector(Fixture.configuration(Policy()))
        detector.add(0, Fixture.key)
        var samples = Fixture.samples(Fixture.noise(300) + [200, 200, 200], interval: Self.minute)
        samples.append(series: 0, time: 303 * Self.minute, step: 303 * Self.minute, value: StaleMarker.value)
        var report = detector.report(samples)
        #expect(report.closed.map(\.closeReason) == [.silent])
        #expect(report.transitions.last?.step == 303 * Self.minute)
        report.removeAll()
        detector.process(RoutedSamples(), watermark: 3000 * Self.minute, into: &report)
        #expect(report.transitions.isEmpty)
        let back = Fixture.samples(Fixture.noise(50, seed: 2), interval: Self.minute, from: 3000)
        #expect(detector.report(back).transitions.isEmpty)
        report.removeAll()
        detector.process(RoutedSamples(), watermark: 3100 * Self.minute, into: &report)
        #expect(report.opened.map(\.kind) == [.silence], "it is awaited again once it came back")
    }

    @Test func aRuleForTheSeriesHoldsItBack() {
        var detector = Detector(Fixture.configuration(Policy()))
        let scope = SeriesScope.series(SeriesKey("beats", ["id": "0"]))
        var report = DetectionReport()
        detector.take(
            Feedback(.judge(.falseAlarm, .series(scope)), by: "me", at: EventTime(seconds: 0)), step: 0, into: &report)
        let times = Self.every(Self.minute, 200) + Self.every(Self.minute, 50, from: 230 * Self.minute)
        let found = Self.report([times], until: 280 * Self.minute, by: &detector)
        #expect(found.transitions.isEmpty)
        #expect(found.heldBack.map(\.anomaly.kind) == [.silence])
    }

    /// A series that is silent for half an hour, twice, and has a spike at last; what is said of it is said at the first silence.
    private static func after(_ verdict: FeedbackVerdict) throws -> (record: FeedbackRecord, report: DetectionReport) {
        var detector = Detector(DetectorConfiguration())
        let (first, second) = (every(minute, 200), every(minute, 200, from: 230 * minute))
        let silence = try #require(report([first], until: 220 * minute, by: &detector).opened.first)
        var report = DetectionReport()
        let feedback = Feedback(.judge(verdict, .anomaly(silence.id)), by: "me", at: silence.time)
        detector.take(feedback, step: 220 * minute, into: &report)
        for tick in 221...470 as ClosedRange<Int64> {
            var samples = RoutedSamples()
            let time = tick * minute
            if second.contains(time) { samples.append(series: 0, time: time, step: time, value: tick == 429 ? 50 : 5) }
            samples.append(series: 1, time: time, step: time, value: 5)
            detector.process(samples, watermark: time, into: &report)
        }
        return (try #require(report.feedback.first), report)
    }

    @Test func feedbackOnASilenceHoldsBackSilencesAlone() throws {
        let (record, report) = try Self.after(.falseAlarm)
        #expect(record.refusal == nil && record.series == SeriesKey("beats", ["id": "0"]))
        #expect(record.rule?.kind == .silence && record.rule?.scope == .series(SeriesKey("beats", ["id": "0"])))
        #expect(report.heldBack.map(\.anomaly.kind) == [.silence])
        #expect(report.opened.map(\.kind) == [.value], "a spike is told still")
        #expect(report.closed.first?.kind == .silence, "what was told goes on until it is over")
    }

    @Test func aSilenceThatIsExpectedIsSoAtItsHours() throws {
        let (record, report) = try Self.after(.expected)
        let rule = try #require(record.rule)
        #expect(rule.hours != nil && rule.kind == .silence)
        #expect(rule.covers(rule.scope.key, nil, at: EventTime(milliseconds: 204 * Self.minute), by: .utc))
        #expect(!rule.covers(rule.scope.key, nil, at: EventTime(milliseconds: 434 * Self.minute), by: .utc))
        #expect(report.opened.map(\.kind) == [.value, .silence])
    }

    @Test func aSilenceThatIsNormalIsOver() throws {
        let (record, report) = try Self.after(.newNormal)
        #expect(record.accepted.count == 1 && record.refusal == nil)
        #expect(report.closed.first?.closeReason == .silent)
    }

    @Test func batchesOfAnySizeGiveTheSame() {
        var generator = SeededGenerator(seed: 4)
        let times = (0..<12).map { series in
            var time: Int64 = 0
            return (0..<150).map { _ in
                time += Int64.random(in: 1...4, using: &generator) * Self.minute
                if Int.random(in: 0..<40, using: &generator) == 0 { time += 60 * Self.minute * Int64(series) }
                return time
            }
        }
        let end = times.map { $0.last ?? 0 }.max() ?? 0
        let policy = Policy(goneAfter: .seconds(4 * 3600))
        let whole = Self.report(times, until: end, policy)
        #expect(whole.opened.count > 5 && whole.closed.contains { $0.closeReason == .silent })
        for batch in [1, 2, 7, 100, 1000] {
            let report = Self.report(times, until: end, policy, batch: batch)
            let order: (Transition, Transition) -> Bool = { ($0.step, $0.series) < ($1.step, $1.series) }
            #expect(report.transitions.sorted(by: order) == whole.transitions.sorted(by: order), "batch \(batch)")
        }
    }
}

extension SeriesScope {
    /// The one series that it names.
    fileprivate var key: SeriesKey {
        guard case .series(let key) = self else { preconditionFailure("A pattern names no series.") }
        return key
    }
}
