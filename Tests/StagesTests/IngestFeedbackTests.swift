import Detection
import Measurements
import Messaging
import Samples
import Testing
import WireFormat

@testable import Stages

@Suite(.timeLimit(.minutes(1))) struct IngestFeedbackTests {
    private static func sample(_ value: Int) -> Message {
        Message("metric.x", json: #"{"name":"x","value":\#(value),"time":\#(Example.now.milliseconds + Int64(value))}"#)
    }

    private static let verdict = #"{"verdict":"false","anomaly":"a","by":"me"}"#

    /// What stands before it was judged without it, what stands behind it with it: however messages are cut.
    @Test @Outside func standsBetweenTheSamplesAsItCame() async throws {
        let alone = try await IngestAlone()
        let routed = try await alone.route([
            Self.sample(1), Self.sample(2), Message("feedback.x", json: Self.verdict),
            Message("feedback.x", json: #"{"revoke":"r","by":"me"}"#), Self.sample(3),
        ])
        var seen: [String] = []
        for message in routed {
            for stepped in message.feedback {
                seen.append("\(stepped.number): \(stepped.feedback.verdict?.rawValue ?? "-")")
            }
            for value in message.samples.values { seen.append("\(Int(value))") }
        }
        #expect(seen == ["1", "2", "1: false", "2: -", "3"])
        let steps = routed.flatMap(\.feedback).map(\.step)
        #expect(steps.allSatisfy { $0 == Example.now.milliseconds + 2 }, "the step of the newest sample")
        #expect(alone.ledger["andon_door_feedback_total"] == 2)
    }

    @Test(arguments: [
        (RefusalReason.malformed, #"{"verdict":"perhaps","anomaly":"a","by":"me"}"#), (.truncated, ""),
        (.farFuture, #"{"verdict":"true","anomaly":"a","by":"me","time":4102444800}"#),
    ])
    @Outside func badFeedbackIsRefusedByReason(reason: RefusalReason, json: String) async throws {
        let alone = try await IngestAlone()
        let routed = try await alone.route([Message("feedback.x", json: json), Self.sample(1)])
        #expect(routed.allSatisfy(\.feedback.isEmpty) && routed.values == [1])
        #expect(alone.dropped(reason) == 1)
    }
}
