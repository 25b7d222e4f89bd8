import Detection
import Samples
import Testing

@testable import Stages

@Suite struct FeedbackBoardTests {
    private static func record(_ id: String, until: EventTime = Example.now + .seconds(60)) -> FeedbackRecord {
        var record = FeedbackRecord(
            Feedback(id: id, .judge(.falseAlarm, .series(.series(SeriesKey("a")))), by: "me", at: Example.now))
        record.rule = FeedbackRule(
            id: id, verdict: .falseAlarm, scope: .series(SeriesKey("a")), covered: .any, author: "me",
            created: Example.now, expiry: until)
        return record
    }

    @Test func countsWhatEachRuleDid() {
        var board = FeedbackBoard(FeedbackRules())
        board.take(Self.record("old"))
        board.take(Self.record("new"))
        for rule in ["old", "old", "unknown"] {
            board.take(HeldBack(rule: rule, verdict: .falseAlarm, anomaly: Example.anomaly()))
        }
        let entries = board.entries(at: Example.now)
        #expect(entries.map(\.rule.id) == ["new", "old"] && entries.map(\.heldBack) == [0, 2])
        #expect(entries.map(\.last) == [nil, Example.now])
        #expect(board.entries(at: Example.now + .seconds(60)).isEmpty, "they have ended")
    }

    @Test func aRuleThatWasWithdrawnIsGoneWithItsCount() {
        var board = FeedbackBoard(FeedbackRules())
        board.take(Self.record("r"))
        board.take(HeldBack(rule: "r", verdict: .falseAlarm, anomaly: Example.anomaly()))
        var revoked = FeedbackRecord(Feedback(.revoke(rule: "r"), by: "me", at: Example.now))
        revoked.withdrawn = ["r"]
        board.take(revoked)
        #expect(board.entries(at: Example.now).isEmpty)
        board.take(Self.record("r"))
        #expect(board.entries(at: Example.now).map(\.heldBack) == [0])
    }
}
