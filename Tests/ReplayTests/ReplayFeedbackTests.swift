import Detection
import Evaluation
import Foundation
import Logging
import Metrics
import Recordings
import Samples
import Settings
import Testing
import WireFormat

@testable import Replay

/// What feedback would have made of history.
@Suite(.timeLimit(.minutes(2))) struct ReplayFeedbackTests {
    private static func run(
        _ folder: TemporaryFolder, _ trial: FeedbackTrial?, shards: Int = 1, capacity: Int = Recording.batchCapacity
    ) async throws -> ReplayOutcome {
        var settings = AndonSettings()
        // The history has no season, and is too short for one.
        settings.models.holtWinters.isEnabled = false
        settings.models.dailySeason.isEnabled = false
        settings.models.weeklySeason.isEnabled = false
        var options = ReplayOptions(files: try RecordingInputs(["\(folder.path)/in"]).files, settings: settings)
        options.shards = shards
        options.batchCapacity = capacity
        options.feedback = trial
        return try await ReplayRun.run(
            options, progress: ReplayProgress(total: nil), factory: NOOPMetricsHandler.instance,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Both replays of a plan.
    private static func effect(
        _ folder: TemporaryFolder, _ plan: FeedbackPlan, shards: Int = 1, capacity: Int = Recording.batchCapacity
    ) async throws -> FeedbackEffect {
        let first = try await run(folder, plan.questions, shards: shards, capacity: capacity)
        let records = plan.resolved(by: first.feedback)
        let second = try await run(folder, plan.trial(of: records), shards: shards, capacity: capacity)
        return FeedbackEffect(
            Comparison(before: first.files, after: second.files, clock: .utc, seed: 1, resamples: 10),
            records: records + second.feedback, heldBack: second.heldBack)
    }

    /// Two series with three stretches of 100 above what is usual, far enough from each other to be news, and a larger one; and
    /// one that from minute 4000 on has a level that stays.
    private static func write(_ folder: TemporaryFolder) throws {
        for series in 0..<3 {
            var values = History.values(4200, seed: UInt64(series))
            if series < 2 {
                for start in [200, 1000, 3200] { for minute in start..<start + 10 { values[minute] += 100 } }
                for minute in 2000..<2010 { values[minute] += 300 }
            } else {
                for minute in 4000..<4200 { values[minute] += 50 }
            }
            try folder.write("in/s\(series).csv", History.csv(values))
        }
    }

    private static func time(_ minute: Int64) -> EventTime { EventTime(seconds: History.start + minute * 60) }

    private static func feedback(
        _ verdict: FeedbackVerdict, _ series: String, at minute: Int64, id: String = ""
    ) -> FeedbackRecord {
        FeedbackRecord(
            Feedback(id: id, .judge(verdict, .series(.series(SeriesKey(series)))), by: "me", at: time(minute)))
    }

    private static func minutes(_ anomalies: [LocatedAnomaly], _ series: String) -> [Int64] {
        anomalies.filter { $0.series == SeriesKey(series) }.map {
            ($0.span.opened.milliseconds / 1000 - History.start) / 60
        }
    }

    @Test func saysWhatItRemovesAndWhatItKeeps() async throws {
        let folder = try TemporaryFolder()
        try Self.write(folder)
        let plan = FeedbackPlan([Self.feedback(.falseAlarm, "s0", at: 1010, id: "mine")])
        let effect = try await Self.effect(folder, plan)
        #expect(
            Self.minutes(effect.removed.map(\.anomaly), "s0") == [200, 1000, 3200], "also what was before it was said")
        #expect(effect.removed.map(\.feedback) == ["mine", "mine", "mine"])
        #expect(effect.uses.keys.elementsEqual(["mine"]))
        #expect(Self.minutes(effect.kept, "s0") == [2000], "larger than the rule covers")
        #expect(Self.minutes(effect.kept, "s1") == [200, 1000, 2000, 3200])
        try folder.remove()
    }

    @Test func aNewNormalIsSaidAtItsTime() async throws {
        let folder = try TemporaryFolder()
        try Self.write(folder)
        let plan = FeedbackPlan([Self.feedback(.newNormal, "s2", at: 4005, id: "level")])
        let first = try await Self.run(folder, plan.questions)
        let second = try await Self.run(folder, plan.trial(of: []))
        let ends = { (outcome: ReplayOutcome) in outcome.files[2].series[0].anomalies.last }
        let before = try #require(ends(first)?.closed)
        let after = try #require(ends(second))
        #expect(after.closeReason == .levelShift && after.closed == Self.time(4005))
        #expect(before > Self.time(4005))
        #expect(second.feedback.map(\.accepted) == [[after.id]])
        try folder.remove()
    }

    @Test func batchesAndShardsChangeNothing() async throws {
        let folder = try TemporaryFolder()
        try Self.write(folder)
        let plan = FeedbackPlan([
            Self.feedback(.falseAlarm, "s0", at: 210), Self.feedback(.newNormal, "s2", at: 4005),
            Self.feedback(.expected, "s1", at: 1010), Self.feedback(.confirmed, "s1", at: 2010),
        ])
        let whole = try await Self.effect(folder, plan)
        #expect(whole.removed.count > 2)
        for (capacity, shards) in [(1, 1), (7, 2), (100, 3)] {
            let cut = try await Self.effect(folder, plan, shards: shards, capacity: capacity)
            #expect(cut.records == whole.records, "\(capacity) samples a batch, \(shards) shards")
            #expect(cut.removed.map(\.anomaly) == whole.removed.map(\.anomaly))
            #expect(cut.kept == whole.kept && cut.appearing == whole.appearing && cut.uses == whole.uses)
        }
        try folder.remove()
    }

    /// Of a recording the feedback has its place among the samples, whatever is tried besides.
    @Test(arguments: [1, 3])
    func feedbackInARecordingCounts(shards: Int) async throws {
        let folder = try TemporaryFolder()
        let values = History.values(400, strange: 200..<210) + History.values(100, seed: 2, strange: 50..<60)
        var lines = ""
        for (minute, value) in values.enumerated() {
            if minute == 300 {
                let said = FeedbackJSON.encode(Self.feedback(.falseAlarm, "load", at: 300).feedback)
                lines += #"{"feedback":\#(String(decoding: said, as: UTF8.self))}"# + "\n"
            }
            let time = (History.start + Int64(minute) * 60) * 1000
            lines += #"{"series":[{"name":"load","labels":{}}],"ref":[0],"time":[\#(time)],"value":[\#(value)]}"# + "\n"
        }
        try folder.write("in/recording.jsonl", lines)
        let outcome = try await Self.run(folder, nil, shards: shards)
        #expect(outcome.files[0].series[0].anomalies.map(\.opened) == [Self.time(200)])
        #expect(outcome.heldBack.map(\.anomaly.onset) == [Self.time(450)])
        #expect(outcome.feedback.count == 1)
        try folder.remove()
    }

    @Test func aKeptLineCountsWhereHistoryDoesNotKnowTheAnomaly() throws {
        var kept = FeedbackRecord(Feedback(.judge(.falseAlarm, .anomaly("old")), by: "me", at: Self.time(0)))
        kept.rule = FeedbackRule(
            id: kept.feedback.id, verdict: .falseAlarm, scope: .series(SeriesKey("s0")), covered: .any, author: "me",
            created: Self.time(0), expiry: Self.time(1))
        var unknown = FeedbackRecord(kept.feedback)
        unknown.refusal = .unknownAnomaly
        let plan = FeedbackPlan([kept])
        let resolved = plan.resolved(by: [unknown])
        #expect(resolved == [kept])
        #expect(plan.trial(of: resolved).rules.all.map(\.id) == [kept.feedback.id])
        #expect(FeedbackPlan([FeedbackRecord(kept.feedback)]).resolved(by: [unknown]) == [unknown])
    }

    @Test func readsAFile() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "good", #"{"verdict":"false","anomaly":"a","by":"me"}"# + "\n\n" + #"{"revoke":"r","by":"me"}"#)
        try folder.write("bad", #"{"verdict":"false","anomaly":"a","by":"me"}"# + "\n" + #"{"verdict":"no"}"# + "\n")
        try folder.write("empty", "\n")
        let read = { (name: String) in try FeedbackPlan(path: "\(folder.path)/\(name)", now: Self.time(7)) }
        #expect(try read("good").lines.map(\.feedback.time) == [Self.time(7), Self.time(7)])
        for (name, part) in [("bad", "line 2"), ("empty", "no feedback"), ("missing", "cannot be used")] {
            let error = #expect(throws: ReplayError.self) { try read(name) }
            #expect(error?.blame == .user)
            #expect(error.map { "\($0)".contains(part) } ?? false, "\(name)")
        }
        try folder.remove()
    }
}
