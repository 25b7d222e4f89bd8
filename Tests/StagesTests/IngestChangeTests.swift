import Detection
import Messaging
import Samples
import Testing

@testable import Stages

@Suite(.timeLimit(.minutes(1))) struct IngestChangeTests {
    private static func sample(_ value: Int) -> Message {
        Message("metric.x", json: #"{"name":"x","value":\#(value),"time":\#(Example.now.milliseconds + Int64(value))}"#)
    }

    private static func change(_ id: String) -> Message {
        Message("change.x", json: #"{"id":"\#(id)","what":"deployed"}"#)
    }

    private static func verdict() -> Message {
        Message("feedback.x", json: #"{"verdict":"false","anomaly":"a","by":"me"}"#)
    }

    /// What stands before it was judged without it, what stands behind it with it: however messages are cut. In a message changes
    /// are taken first, then feedback, then samples.
    @Test @Outside func standsBetweenSamplesAndFeedbackAsItCame() async throws {
        let alone = try await IngestAlone()
        let routed = try await alone.route([
            Self.change("a"), Self.sample(1), Self.sample(2), Self.change("b"), Self.change("c"), Self.verdict(),
            Self.sample(3), Self.verdict(), Self.change("d"), Self.verdict(),
        ])
        var seen: [String] = []
        for message in routed {
            seen += message.changes.map(\.change.id)
            seen += message.feedback.map { _ in "feedback" }
            seen += message.samples.values.map { "\(Int($0))" }
        }
        #expect(seen == ["a", "1", "2", "b", "c", "feedback", "3", "feedback", "d", "feedback"])
        let steps = routed.flatMap(\.changes).map(\.step)
        let now = Example.now.milliseconds
        #expect(steps == [.min, now + 2, now + 2, now + 3])
    }
}
