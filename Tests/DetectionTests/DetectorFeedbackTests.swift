import Detection
import Samples
import Testing

/// What operators say of anomalies, and what it changes.
@Suite struct DetectorFeedbackTests {
    /// Noise of scale 1 around 100 with deviations at some of its samples; one sample a minute.
    private static let interval: Int64 = 60_000

    /// A detector that is fed piece by piece.
    private struct Feed {
        var detector: Detector
        var report = DetectionReport()
        var row = 0

        init(_ policy: Policy = Policy()) {
            detector = Fixture.detector(
                DetectorConfiguration(shape: Fixture.quick.shape, policies: PolicyBook(standard: policy)))
            run(300)
        }

        var now: EventTime { EventTime(milliseconds: Int64(row) * interval) }

        /// So many calm samples.
        mutating func run(_ count: Int, level: Double = 100) {
            let values = Fixture.noise(count, level: level, seed: UInt64(row + 1))
            take(values)
        }

        /// A deviation of some samples, then calm: until the next one of its size is news again, unless given.
        mutating func spike(_ size: Double, length: Int = 3, calm: Int = 1000) {
            take([Double](repeating: 100 + size, count: length))
            run(calm)
        }

        mutating func take(_ values: [Double]) {
            let samples = Fixture.samples(values, interval: interval, from: row)
            row += values.count
            detector.process(samples, watermark: now.milliseconds - interval, into: &report)
        }

        @discardableResult
        mutating func say(
            _ verdict: FeedbackVerdict, _ subject: Feedback.Subject? = nil, until: EventTime? = nil,
            hours: CivilHours? = nil
        ) -> FeedbackRecord {
            let subject = subject ?? .anomaly(report.opened.last?.id ?? "none")
            return say(Feedback(.judge(verdict, subject), by: "me", at: now, until: until, hours: hours))
        }

        @discardableResult
        mutating func say(_ feedback: Feedback) -> FeedbackRecord {
            detector.take(feedback, step: now.milliseconds - interval, into: &report)
            return report.feedback[report.feedback.count - 1]
        }
    }

    @Test func aFalseAlarmIsNotToldAgain() throws {
        var feed = Feed()
        feed.spike(40)
        let rule = try #require(feed.say(.falseAlarm).rule)
        #expect(rule.scope == .series(Fixture.key) && rule.covered.below == 0)
        #expect(abs(rule.covered.above - 50) < 3, "a quarter more than the anomaly went")
        #expect(rule.expiry == rule.created + .seconds(30 * 86_400))
        feed.spike(40)
        #expect(feed.report.opened.count == 1)
        let held = try #require(feed.report.heldBack.first)
        #expect(feed.report.heldBack.count == 1, "a stretch counts once")
        #expect(held.rule == rule.id && held.anomaly.phase == .opened && held.anomaly.series == Fixture.key)
        #expect(feed.report.movements.contains { $0.time == held.anomaly.time.milliseconds }, "it moved all the same")
    }

    @Test(arguments: [60.0, -40])
    func whatIsLargerOrElsewhereIsTold(size: Double) {
        var feed = Feed()
        feed.spike(40)
        feed.say(.falseAlarm)
        feed.spike(size)
        #expect(feed.report.opened.count == 2)
        #expect(feed.report.heldBack.isEmpty)
    }

    @Test func whatGrowsBeyondIsTold() {
        var feed = Feed()
        feed.spike(40)
        feed.say(.falseAlarm)
        feed.take([140, 140, 140, 180])
        #expect(feed.report.heldBack.count == 1)
        #expect(
            feed.report.opened.map(\.time) == [feed.report.opened[0].time, feed.now - .milliseconds(Self.interval)])
    }

    /// The peak of a stretch decides, not the sample that completes the evidence.
    @Test func aPolicyThatWaitsSeesTheWholeStretch() {
        var feed = Feed(Policy(openAfter: 3))
        feed.take([180, 140, 120])
        feed.run(1000)
        let rule = feed.say(.falseAlarm).rule
        #expect((rule?.covered.above ?? 0) > 95)
        feed.take([190, 140, 120])
        feed.run(1000)
        feed.take([220, 140, 120])
        #expect(feed.report.heldBack.count == 1)
        #expect(feed.report.opened.count == 2)
    }

    @Test func aRuleExpires() {
        var feed = Feed()
        feed.spike(40)
        feed.say(.falseAlarm, until: feed.now + .seconds(20 * 60))
        feed.spike(40)
        feed.spike(40)
        #expect(feed.report.heldBack.count == 1)
        #expect(feed.report.opened.count == 2)
    }

    @Test func whatIsExpectedIsToldAtOtherHours() throws {
        var feed = Feed()
        feed.spike(40, calm: 30)
        let rule = try #require(feed.say(.expected).rule)
        #expect(rule.hours == CivilHours(hours: "04:00-06:00"), "the hour before and after its onset at 05:00")
        #expect(rule.expiry == rule.created + .seconds(90 * 86_400))
        feed.run(1440 - 33)
        feed.spike(55, calm: 30)
        #expect(feed.report.heldBack.count == 1, "half as large again, at the same hour")
        feed.run(600)
        feed.spike(40, calm: 30)
        #expect(feed.report.opened.count == 2)
        feed.run(800 - 33)
        feed.spike(70)
        #expect(feed.report.opened.count == 3, "too large for the rule")
    }

    @Test func revokedItIsToldAgain() throws {
        var feed = Feed()
        feed.spike(40)
        let rule = try #require(feed.say(.falseAlarm).rule)
        feed.spike(40)
        let record = feed.say(Feedback(.revoke(rule: rule.id), by: "me", at: feed.now))
        #expect(record.withdrawn == [rule.id] && record.refusal == nil)
        feed.spike(40)
        #expect(feed.report.opened.count == 2 && feed.report.heldBack.count == 1)
        let again = feed.say(record.feedback)
        #expect(again.refusal == .unknownRule)
    }

    @Test func aTrueAnomalyWithdrawsWhatWouldHaveHiddenIt() throws {
        var feed = Feed()
        feed.spike(40)
        let first = feed.report.opened[0].id
        let small = try #require(feed.say(.falseAlarm).rule)
        feed.spike(60)
        let large = try #require(feed.say(.falseAlarm).rule)
        let record = feed.say(.confirmed, .anomaly(feed.report.opened[1].id))
        #expect(record.withdrawn == [large.id], "the other did not hide it")
        let other = feed.say(.confirmed, .anomaly(first))
        #expect(other.withdrawn == [small.id])
        feed.spike(40)
        #expect(feed.report.opened.count == 3)
    }

    @Test func aNewNormalClosesAndDoesNotComeBack() throws {
        var feed = Feed()
        feed.take(Fixture.noise(10, level: 140, seed: 7))
        let record = feed.say(.newNormal)
        let closed = try #require(feed.report.closed.first)
        #expect(record.accepted == [closed.id] && record.rule == nil)
        #expect(closed.closeReason == .levelShift && closed.id == feed.report.opened[0].id)
        feed.run(300, level: 140)
        #expect(feed.report.opened.count == 1)
        feed.run(3, level: 100)
        #expect(feed.report.opened.count == 2, "the old level is abnormal now")
    }

    @Test func anOpenAnomalyGoesOnWhateverItIsSaidToBe() {
        var feed = Feed()
        feed.take([140, 140])
        feed.say(.falseAlarm)
        #expect(feed.detector.openCount == 1)
        feed.run(1000)
        #expect(feed.report.closed.count == 1)
        feed.spike(40)
        #expect(feed.report.heldBack.count == 1)
        #expect(feed.report.opened.count == 1)
    }

    @Test func aSeriesStandsForItsNewestAnomaly() throws {
        var feed = Feed()
        feed.spike(40, calm: 500)
        feed.spike(80, calm: 500)
        let series = Feedback.Subject.series(.series(Fixture.key))
        let second = feed.report.opened[1]
        let newest = feed.say(.falseAlarm, series)
        #expect(newest.rule?.anomaly == second.id)
        let early = feed.say(Feedback(.judge(.falseAlarm, series), by: "me", at: second.onset - .seconds(60)))
        #expect(early.rule?.anomaly == feed.report.opened[0].id)
        let pattern = try #require(SeriesScope(parsing: "request_*"))
        let any = feed.say(.falseAlarm, .series(pattern))
        #expect(any.rule?.covered == .any, "a pattern stands for any size")
        feed.spike(1000)
        #expect(feed.report.opened.count == 2)
    }

    @Test func whatCannotBeFollowedIsRefused() {
        var feed = Feed()
        for verdict in FeedbackVerdict.allCases { feed.say(verdict, .anomaly("nobody knows")) }
        feed.spike(40)
        feed.say(.newNormal)
        feed.say(.newNormal, .series(.series(SeriesKey("else"))))
        let expected = [FeedbackRefusal](repeating: .unknownAnomaly, count: 4) + [.nothingOpen, .nothingOpen]
        #expect(feed.report.feedback.map(\.refusal) == expected)
    }

    @Test func onlyTheNewestAnomaliesAreRemembered() {
        var feed = Feed()
        feed.detector.rememberedAnomalies = 2
        for _ in 0..<4 { feed.spike(40) }
        #expect(feed.report.opened.count == 4 && feed.report.forgotten == 2)
        for anomaly in feed.report.opened { feed.say(.falseAlarm, .anomaly(anomaly.id)) }
        #expect(feed.report.feedback.map(\.refusal) == [.unknownAnomaly, .unknownAnomaly, nil, nil])
    }

    /// What each of several detectors finds is put together: none speaks for the series of another.
    @Test func aDetectorSpeaksForTheSeriesOfItsShard() {
        let own = Fixture.key.shard(among: 2)
        for shard in 0..<2 {
            var detector = Detector(Fixture.quick)
            detector.restore(FeedbackRules(), shard: shard, of: 2)
            var report = DetectionReport()
            for verdict in [FeedbackVerdict.falseAlarm, .confirmed] {
                let subject = Feedback.Subject.series(.series(Fixture.key))
                detector.take(
                    Feedback(.judge(verdict, subject), by: "me", at: EventTime(seconds: 1)), step: .min, into: &report)
            }
            #expect(report.feedback.allSatisfy { ($0.refusal == nil) == (shard == own) })
        }
    }

    @Test func restoredRulesHold() throws {
        var feed = Feed()
        feed.spike(40)
        var rules = FeedbackRules()
        rules.add(try #require(feed.say(.falseAlarm).rule))
        var other = Feed()
        other.detector.restore(rules)
        other.spike(40)
        #expect(other.report.opened.isEmpty && other.report.heldBack.count == 1)
    }
}
