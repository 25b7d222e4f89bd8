import Causes
import Detection
import Samples
import Testing

@testable import Stages

@Suite struct NarratorTests {
    private static let keys: [UInt32: SeriesKey] = [
        0: SeriesKey("latency", ["service": "shop"]), 1: SeriesKey("cpu", ["service": "cart"]),
        2: SeriesKey("disk", ["service": "backup"]),
    ]

    private static func narrator() -> Narrator {
        Narrator(SuspectRanker(CauseConfiguration(minimumScore: 0.01)))
    }

    /// Seconds since the beginning, as milliseconds since 1970.
    private static func time(_ second: Int64) -> Int64 { Example.now.milliseconds + second * 1000 }

    private static func movement(_ series: UInt32, _ second: Int64, _ residual: Float) -> StepQueue.Event {
        .movement(
            Movement(
                series: series, newcomer: false, step: time(second), time: time(second), value: Double(residual),
                expected: 0, residual: residual, score: 0.9))
    }

    private static func transition(_ phase: Anomaly.Phase, _ second: Int64) -> StepQueue.Event {
        .transition(
            Transition(
                step: time(second), series: 0, interval: 1000,
                anomaly: Example.anomaly(phase: phase, series: SeriesKey("latency"), at: time(second))))
    }

    private static func play(_ events: [StepQueue.Event], until end: Int64 = 100) -> [Anomaly] {
        var narrator = narrator()
        var tellings: [Anomaly] = []
        for event in events { narrator.take(event, keys: keys, into: &tellings) }
        narrator.reconsider(before: time(end), into: &tellings)
        return tellings
    }

    private static func both(_ seconds: ClosedRange<Int64>, _ residual: Float = 20) -> [StepQueue.Event] {
        seconds.flatMap { [movement(0, $0, residual + Float($0 % 3)), movement(1, $0, residual + Float($0 % 3))] }
    }

    @Test func opensWithWhatMovedBefore() {
        let tellings = Self.play(Self.both(5...10) + [Self.transition(.opened, 10)])
        #expect(tellings.map(\.phase) == [.opened])
        #expect(tellings.first?.revision == 1)
        #expect(tellings.first?.suspects.first?.service == "cart")
    }

    @Test func namesAChangeNearTheOnset() {
        let change = Change(
            id: "deploy-7", time: EventTime(milliseconds: Self.time(7)), service: "shop", what: "deployed")
        var narrator = Self.narrator()
        var tellings: [Anomaly] = []
        narrator.take(.change(SteppedChange(step: .min, change: change)), keys: [:], into: &tellings)
        narrator.take(Self.transition(.opened, 10), keys: [:], into: &tellings)
        #expect(tellings.first?.suspects.map(\.change) == ["deploy-7"])
    }

    @Test func tellsAnUpdateOnceWhenAnotherSuspectComesFirst() {
        let events = [Self.transition(.opened, 10)] + Self.both(11...50)
        let tellings = Self.play(events)
        #expect(tellings.map(\.phase) == [.opened, .updated])
        #expect(tellings.map(\.revision) == [1, 2])
        #expect(tellings[0].suspects.isEmpty)
        #expect(tellings[1].suspects.first?.service == "cart")
        // What was measured is that of the opening; only the suspects are new.
        #expect(tellings[1].time == tellings[0].time && tellings[1].value == tellings[0].value)
    }

    @Test(arguments: [(3, 13), (10, 20), (30, 40)] as [(Int64, Int64)])
    func looksAgainAfterThreeTenAndThirtyIntervals(intervals: Int64, look: Int64) {
        // The suspect moves with the anomaly just before this look, and is forgotten by the next one.
        let events = [Self.transition(.opened, 10)] + Self.both((look - 1)...look)
        #expect(Self.play(events, until: look).map(\.phase) == [.opened])
        #expect(Self.play(events + [Self.movement(2, look + 1, 1)], until: look).map(\.phase) == [.opened, .updated])
        // After the last look nothing is looked at any more.
        #expect(Self.play([Self.transition(.opened, 10)] + Self.both(41...60)).map(\.phase) == [.opened])
    }

    @Test func closesWithTheSuspectsItHadAndLooksNoMore() {
        let events =
            Self.both(5...10) + [Self.transition(.opened, 10), Self.transition(.closed, 12)] + Self.both(13...40)
        let tellings = Self.play(events)
        #expect(tellings.map(\.phase) == [.opened, .closed])
        #expect(tellings.map(\.revision) == [1, 2])
        #expect(tellings[1].suspects == tellings[0].suspects && !tellings[1].suspects.isEmpty)
        #expect(tellings[1].closeReason == .recovered)
    }

    @Test func revisionsAscendWithoutGaps() {
        let events =
            [Self.transition(.opened, 10)] + Self.both(11...14)
            + [Self.transition(.updated, 15), Self.transition(.updated, 16), Self.transition(.closed, 90)]
        #expect(Self.play(events).map(\.revision) == Array(1...5))
    }

    @Test func tellsTheSameHoweverStepsAreGrouped() {
        let events =
            Self.both(5...10) + [Self.transition(.opened, 10)]
            + (11...45).flatMap { second in
                [Self.movement(0, second, 20), Self.movement(1 + UInt32(second / 12 % 2), second, 30)]
            }
        let expected = Self.play(events)
        #expect(expected.count > 1)
        var random = SeededGenerator(seed: 4)
        for _ in 0..<200 {
            var narrator = Self.narrator()
            var tellings: [Anomaly] = []
            for event in events {
                if Bool.random(using: &random) { narrator.reconsider(before: event.step, into: &tellings) }
                narrator.take(event, keys: Self.keys, into: &tellings)
            }
            narrator.reconsider(before: Self.time(100), into: &tellings)
            #expect(tellings == expected)
        }
    }

    @Test func aMovementOfAnUnknownSeriesIsLeftOut() {
        var narrator = Self.narrator()
        var tellings: [Anomaly] = []
        narrator.take(Self.movement(9, 1, 5), keys: Self.keys, into: &tellings)
        #expect(narrator.ranker.trackCount == 0)
    }

    /// Plays events of which those before a second are history.
    private static func play(_ events: [StepQueue.Event], liveFrom second: Int64) -> ([Anomaly], HistoryFindings) {
        var narrator = narrator()
        narrator.live = .max
        var tellings: [Anomaly] = []
        for event in events {
            if event.step >= time(second) { narrator.live = time(second) }
            narrator.take(event, keys: keys, into: &tellings)
            narrator.reconsider(before: event.step, into: &tellings)
        }
        return (tellings, narrator.history)
    }

    @Test func historyIsCountedAndNotTold() {
        let events =
            [Self.transition(.opened, 10), Self.transition(.updated, 11)] + Self.both(11...40)
            + [Self.transition(.closed, 50), Self.transition(.opened, 100)]
        let (tellings, history) = Self.play(events, liveFrom: 60)
        #expect(tellings.map(\.phase) == [.opened] && tellings.map(\.revision) == [1])
        #expect(tellings.first?.time.milliseconds == Self.time(100))
        #expect(history == HistoryFindings(anomalies: 1, open: 0))
    }

    @Test func whatHistoryLeavesOpenIsToldWithTheFirstSampleThatIsStrangeStill() {
        let calm = StepQueue.Event.movement(
            Movement(
                series: 0, newcomer: false, step: Self.time(61), time: Self.time(61), value: 0, expected: 0,
                residual: 0.5, score: 0.05))
        let before = [Self.transition(.opened, 50), Self.movement(0, 59, 20)]
        #expect(Self.play(before + [calm], liveFrom: 60).0.isEmpty, "a calm sample tells nothing")
        #expect(Self.play(before + [Self.movement(1, 61, 20)], liveFrom: 60).0.isEmpty, "nor does another series")
        let (tellings, history) = Self.play(
            before + [calm, Self.movement(0, 62, 20), Self.movement(0, 63, 20), Self.transition(.closed, 70)],
            liveFrom: 60)
        #expect(tellings.map(\.phase) == [.opened, .closed])
        #expect(tellings.map(\.revision) == [1, 2])
        #expect(tellings.first?.onset == Example.anomaly(at: Self.time(50)).onset, "it began when it began")
        #expect(history == HistoryFindings(anomalies: 1, open: 0))
    }

    @Test func whatHistoryLeavesOpenAndLiveSamplesEndIsNeverTold() {
        let events = [Self.transition(.opened, 50), Self.transition(.closed, 70), Self.movement(0, 80, 20)]
        #expect(Self.play(events, liveFrom: 60).0.isEmpty)
    }

    @Test func whatHistoryLeavesOpenAndGrowsWorseIsToldAsOpened() {
        let events = [Self.transition(.opened, 50), Self.transition(.updated, 70), Self.transition(.updated, 71)]
        #expect(Self.play(events, liveFrom: 60).0.map(\.phase) == [.opened, .updated])
    }
}
