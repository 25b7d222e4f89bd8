import Detection
import Measurements
import Messaging
import Samples
import Testing

@testable import Stages

/// How much Ingest takes at a time, and what it says of what it does not take.
@Suite(.timeLimit(.minutes(1))) struct IngestTurnsTests {
    private func sample(_ number: Int) -> Message {
        let time = Example.now.milliseconds + Int64(number)
        return Message("metric.x", json: "{\"name\":\"x\",\"value\":\(number),\"time\":\(time)}")
    }

    /// Samples of one series whose last one fills what is sent at once.
    private static let full = (Router.fullBytes - 1) / 28 + 1

    private func samples(_ count: Int) -> Message {
        let columns = [String](repeating: "0", count: count).joined(separator: ",")
        return Message("metric.x", json: "{\"series\":[\"x\"],\"ref\":[\(columns)],\"value\":[\(columns)]}")
    }

    /// Ingest in front of a link that holds two messages.
    @Outside private func narrow() async throws -> IngestAlone {
        try await IngestAlone(sinkMark: 1) {
            $0.linkHighWaterMark = 1
            $0.stepDeadline = .seconds(3600)
        }
    }

    /// Fills the link, then lets Ingest wait in the middle of a message.
    @Outside private func block(_ bench: IngestAlone, in message: Message) async throws {
        for number in 1...2 {
            try push(sample(number), to: bench.publisher)
            try await bench.ledger.wait("andon_stage_sent_total{stage=\"ingest\"}", atLeast: Double(number))
        }
        try push(message, to: bench.publisher)
        try await bench.ledger.wait("andon_stage_blocked_seconds_total{stage=\"ingest\"}", atLeast: 0.05)
    }

    @Test @Outside func aTurnThatIsUpEndsAfterOneMessage() async throws {
        let bench = try await IngestAlone { $0.turn = .zero }
        for number in 0..<5 { try push(sample(number), to: bench.publisher) }
        let routed = try await bench.route([])
        #expect(routed.map(\.samples.count).filter { $0 > 0 } == [1, 1, 1, 1, 1])
    }

    @Test @Outside func servesItsDoorsFromItsFirstStatementOn() async throws {
        let bench = try await IngestAlone()
        defer { bench.end() }
        #expect(bench.ingest.secondsSinceTurn == nil)
        let ingest = bench.ingest
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.cancelAll()
            group.addTask { try await ingest.run() }
            try await group.waitForAll()
        }
        #expect(bench.ingest.secondsSinceTurn != nil)
    }

    @Test @Outside func countsWhatItHasNoTimeToTake() async throws {
        let bench = try await IngestAlone { $0.drain = .zero }
        for number in 0..<5 { try push(sample(number), to: bench.publisher) }
        bench.ingest.stop()
        #expect(try await bench.route([]).values == [])
        #expect(bench.dropped("cancelled") == 5)
        #expect(bench.ledger["andon_stage_received_total{stage=\"ingest\"}"] == 5)
    }

    @Test @Outside func countsSamplesThatItCannotSendAnyMore() async throws {
        let bench = try await narrow()
        defer { bench.end() }
        let ingest = bench.ingest
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await ingest.run() }
            try await block(bench, in: samples(2 * Self.full))
            group.cancelAll()
            try await group.waitForAll()
        }
        #expect(bench.dropped("cancelled") == Double(2 * Self.full))
    }

    @Test @Outside func aMessageArrivesWhenItIsTakenAndNotWithTheFirstOfItsTurn() async throws {
        let bench = try await narrow()
        defer { bench.end() }
        try await run([bench.ingest]) {
            try await block(bench, in: samples(Self.full))
            let later = MonotonicTime.nanoseconds()
            try push(sample(3), to: bench.publisher)
            var last = RoutedMessage()
            while last.samples.values != [3] {
                last = try #require(RoutedMessage(decoding: try next(from: bench.sink)))
            }
            #expect(last.head.arrival >= later)
            bench.ingest.stop()
            _ = try bench.untilEnd()
        }
    }

    @Test @Outside func answersCallsWhileItWaitsForTheNextStage() async throws {
        let bench = try await narrow()
        defer { bench.end() }
        try await run([bench.ingest]) {
            try await block(bench, in: samples(Self.full))
            #expect(await bench.ingest.seriesCount == 1)
            bench.ingest.stop()
            _ = try bench.untilEnd()
        }
    }
}
