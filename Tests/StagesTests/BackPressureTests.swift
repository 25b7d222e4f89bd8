import Measurements
import Messaging
import Samples
import Testing

@testable import Stages

@Suite(.timeLimit(.minutes(1))) struct BackPressureTests {
    private static let sent = "andon_stage_sent_total{stage=\"ingest\"}"
    private static let blocked = "andon_stage_blocked_seconds_total{stage=\"ingest\"}"

    private func sample(_ number: Int) -> Message {
        let time = Example.now.milliseconds + Int64(number)
        return Message("metric.x", json: "{\"name\":\"x\",\"value\":\(number),\"time\":\(time)}")
    }

    /// With marks of 2 on both sides a link holds 4 messages, and so does the door. Detect does not run: Ingest sends 4,
    /// holds 1, and the door holds 4 more.
    @Test @Outside func ingestStopsTakingWhenDetectDoesNotTakeMore() async throws {
        let mark = 2
        let line = try await Line(mark: mark) {
            $0.highWaterMark = mark
            $0.stepDeadline = .seconds(3600)
        }
        defer { line.end() }
        let publisher = try line.socket(.push, to: line.door, mark: mark)
        defer { publisher.close() }
        try await run([line.ingest]) {
            var pushed = 0
            for number in 1...2 * mark {
                try push(sample(number), to: publisher)
                pushed += 1
                try await line.ledger.wait(Self.sent, atLeast: Double(number))
            }
            #expect(line.ledger[Self.blocked] == 0)
            try push(sample(pushed + 1), to: publisher)
            pushed += 1
            try await line.ledger.wait(Self.blocked, atLeast: 0.05)
            while try publisher.trySend(sample(pushed + 1)) { pushed += 1 }
            // How far the door's pipe lags in noticing what was read is libzmq's matter: by half its size at most.
            #expect((2 * mark + 1 + mark...2 * mark + 1 + 2 * mark).contains(pushed))
            #expect(line.ledger[Self.sent] == Double(2 * mark))
            try await drained(line, publisher, pushed)
        }
    }

    /// Runs the other stages: all that was pushed arrives, and nothing was refused as out of order.
    @Outside private func drained(_ line: Line, _ publisher: Socket, _ pushed: Int) async throws {
        try await run([line.detect, line.explain, line.publish]) {
            try push(sample(pushed + 1), to: publisher)
            try await line.ledger.wait("andon_stage_items_total{stage=\"detect\"}", atLeast: Double(pushed + 1))
            line.ingest.stop()
        }
        #expect(line.ledger["andon_stage_items_total{stage=\"ingest\"}"] == Double(pushed + 1))
        #expect(line.ledger["andon_stage_items_total{stage=\"detect\"}"] == Double(pushed + 1))
        #expect(line.ledger["andon_stage_dropped_total{reason=\"out_of_order\",stage=\"detect\"}"] == 0)
    }

    @Test @Outside func aBlockedStageEndsWhenItsTaskIsCancelled() async throws {
        let line = try await Line(mark: 1) { $0.stepDeadline = .seconds(3600) }
        defer { line.end() }
        let publisher = try line.socket(.push, to: line.door)
        defer { publisher.close() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await line.ingest.run() }
            for number in 0..<3 {
                try push(sample(number), to: publisher)
                if number < 2 { try await line.ledger.wait(Self.sent, atLeast: Double(number + 1)) }
            }
            try await line.ledger.wait(Self.blocked, atLeast: 0.05)
            group.cancelAll()
            try await group.waitForAll()
        }
        #expect(line.ledger[Self.sent] == 2)
    }
}
