import Measurements
import Messaging
import Samples
import Synchronization
import Testing
import WireFormat

@testable import Stages

/// From the door to the one who keeps it, through all stages.
@Suite(.timeLimit(.minutes(1))) struct PublishFeedbackTests {
    private final class Kept: Sendable {
        private let state = Mutex<[FeedbackRecord]>([])

        func take(_ line: [UInt8]) throws {
            let record = try line.withUnsafeBytes { FeedbackRecordJSON.decode($0, arrival: Example.now) }.get()
            state.withLock { $0.append(record) }
        }

        var records: [FeedbackRecord] { state.withLock { $0 } }
    }

    private static func messages() -> [Message] {
        [
            #"{"id":"quiet","verdict":"expected","series":"cpu*","hours":"08:00-09:00","by":"ann"}"#,
            #"{"id":"lost","verdict":"false","anomaly":"nobody knows","by":"ann"}"#,
            #"{"id":"loud","verdict":"false","series":"disk","by":"ann"}"#, #"{"revoke":"loud","by":"bob"}"#,
        ].map { Message("feedback.t", json: $0) }
    }

    @Outside private func run(_ line: Line) async throws -> [FeedbackBoard.Entry] {
        defer { line.end() }
        let door = try line.socket(.push, to: line.door)
        defer { door.close() }
        try await StagesTests.run(line.stages) {
            for message in Self.messages() { try push(message, to: door) }
            try await line.ledger.wait("andon_door_feedback_total", atLeast: 4)
            line.ingest.stop()
        }
        return await line.publish.feedbackRules()
    }

    @Test @Outside func whatCameOfItIsCountedShownAndKept() async throws {
        let kept = Kept()
        let line = try await Line(keepFeedback: kept.take)
        let entries = try await run(line)
        #expect(entries.map(\.rule.id) == ["quiet"] && entries.first?.rule.author == "ann")
        #expect(kept.records.map(\.feedback.id).prefix(2) == ["quiet", "loud"], "what was refused is not kept")
        #expect(kept.records.last?.withdrawn == ["loud"])
        #expect(line.ledger["andon_feedback_total{verdict=\"expected\"}"] == 1)
        #expect(line.ledger["andon_feedback_total{verdict=\"revoke\"}"] == 1)
        #expect(line.ledger["andon_feedback_refused_total{reason=\"unknown_anomaly\"}"] == 1)
        #expect(line.ledger["andon_feedback_rules"] == 1)
    }

    @Test @Outside func whatCannotBeKeptHoldsAllTheSame() async throws {
        struct Full: Error {}
        let line = try await Line(keepFeedback: { _ in throw Full() })
        let entries = try await run(line)
        #expect(entries.map(\.rule.id) == ["quiet"])
        #expect(line.ledger["andon_feedback_unkept_total"] == 3)
    }
}
