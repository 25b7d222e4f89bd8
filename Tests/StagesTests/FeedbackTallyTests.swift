import Samples
import Testing

@testable import Stages

@Suite struct FeedbackTallyTests {
    private static let feedback = Feedback(.judge(.falseAlarm, .anomaly("a")), by: "me", at: Example.now)

    private static func answer(_ number: UInt64, knows: Bool) -> FeedbackAnswer {
        var record = FeedbackRecord(feedback)
        if knows { record.withdrawn = ["\(number)"] } else { record.refusal = .unknownAnomaly }
        return FeedbackAnswer(number: number, record: record)
    }

    @Test func waitsUntilEveryShardHasAnswered() throws {
        var tally = FeedbackTally(shards: 2)
        // One shard is a message ahead of the other.
        let early = [tally.add(Self.answer(1, knows: false)), tally.add(Self.answer(2, knows: false))]
        #expect(early == [nil, nil])
        let first = tally.add(Self.answer(1, knows: true))
        #expect(first?.withdrawn == ["1"] && first?.refusal == nil)
        let second = tally.add(Self.answer(2, knows: false))
        #expect(second?.refusal == .unknownAnomaly, "nobody knew it")
    }
}
