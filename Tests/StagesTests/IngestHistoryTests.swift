import Detection
import Measurements
import Messaging
import Samples
import Testing
import WireFormat

@testable import Stages

@Suite(.timeLimit(.minutes(1))) struct IngestHistoryTests {
    private static let places = ["inproc://past-0", "inproc://past-1"]

    private static func sample(_ value: Int, at time: EventTime = Example.now) -> Message {
        Message("metric.x", json: "{\"name\":\"x\",\"value\":\(value),\"time\":\(time.milliseconds)}")
    }

    private static var end: Message { Message(TopicPrefix.sampleEnd, json: "") }

    /// Ingest with so many places of history, running while `body` has a source for each of them.
    @Outside private func run(
        places count: Int = 1, _ adjust: (inout IngestConfiguration) -> Void = { _ in },
        _ body: @Outside (IngestAlone, [Socket]) async throws -> Void
    ) async throws -> (bench: IngestAlone, routed: [RoutedMessage]) {
        let places = try Self.places.prefix(count).map { try Endpoint($0) }
        let bench = try await IngestAlone {
            $0.history = places
            adjust(&$0)
        }
        defer { bench.end() }
        var sources: [Socket] = []
        for place in places {
            let source = try Socket(.push, in: bench.context)
            try source.connect(place)
            sources.append(source)
        }
        defer { for source in sources { source.close() } }
        let routed = try await StagesTests.run([bench.ingest]) {
            try await body(bench, sources)
            bench.ingest.stop()
            return try bench.untilEnd()
        }
        return (bench, routed)
    }

    @Test @Outside func takesAllHistoryBeforeTheFirstMessageOfADoor() async throws {
        let (bench, routed) = try await run(places: 2) { bench, sources in
            try push(Self.sample(5), to: bench.publisher)
            // The second source is there first, and waits for its turn.
            try push(Self.sample(3, at: Example.now - .seconds(60)), to: sources[1])
            try push(Self.end, to: sources[1])
            try push(Self.sample(1, at: Example.now - .seconds(180)), to: sources[0])
            try push(Self.sample(2, at: Example.now - .seconds(120)), to: sources[0])
            #expect(bench.ingest.isWarming)
            try push(Self.end, to: sources[0])
            try await bench.ledger.wait("andon_stage_items_total{stage=\"ingest\"}", atLeast: 4)
            #expect(!bench.ingest.isWarming)
        }
        #expect(routed.values == [1, 2, 3, 5])
        #expect(routed.flatMap(\.definitions).map(\.id) == [0], "the series goes on with its number")
        #expect(bench.ledger["andon_history_samples_total"] == 3)
    }

    @Test @Outside func saysWhereHistoryEnds() async throws {
        let (_, routed) = try await run { bench, sources in
            try push(Self.sample(1, at: Example.now - .seconds(60)), to: sources[0])
            try push(Self.end, to: sources[0])
            try await bench.ledger.wait("andon_stage_items_total{stage=\"ingest\"}", atLeast: 1)
            try push(Self.sample(2), to: bench.publisher)
            try await bench.ledger.wait("andon_stage_items_total{stage=\"ingest\"}", atLeast: 2)
        }
        let last = (Example.now - .seconds(60)).milliseconds
        let samples = routed.filter { $0.samples.count > 0 }
        for message in routed where message.head.live < .max {
            #expect(message.head.live == last + 1)
            #expect(message.head.watermark > last, "the last step of the history is decided")
        }
        #expect(samples.first?.samples.steps.first == last)
        #expect(samples.last?.head.live == last + 1)
        #expect(samples.last?.samples.steps.last == Example.now.milliseconds)
    }

    @Test @Outside func takesHistoryOfAnyAgeButNotOfTheFuture() async throws {
        let old = Example.now - .seconds(3 * 366 * 86_400)
        let (bench, routed) = try await run { bench, sources in
            try push(Self.sample(1, at: old), to: sources[0])
            try push(Self.sample(2, at: Example.now + .seconds(86_400)), to: sources[0])
            try push(Self.end, to: sources[0])
            try push(Self.sample(3, at: old), to: bench.publisher)
            try push(Self.sample(4), to: bench.publisher)
            try await bench.ledger.wait("andon_stage_items_total{stage=\"ingest\"}", atLeast: 2)
        }
        #expect(routed.values == [1, 4])
        #expect(bench.dropped(.farFuture) == 1)
        #expect(bench.dropped(.tooOld) == 1, "behind the history the limits of the doors hold again")
    }

    @Test @Outside func aReloadMeanwhileLeavesHistoryAnyAge() async throws {
        let (_, routed) = try await run { bench, sources in
            await bench.ingest.apply(await bench.ingest.configuration)
            try push(Self.sample(1, at: Example.now - .seconds(3 * 366 * 86_400)), to: sources[0])
            try push(Self.end, to: sources[0])
            try await bench.ledger.wait("andon_stage_items_total{stage=\"ingest\"}", atLeast: 1)
        }
        #expect(routed.values == [1])
    }

    @Test @Outside func whoStopsItMeanwhileDoesNotWaitForTheEndOfTheHistory() async throws {
        let (bench, routed) = try await run { bench, sources in
            try push(Self.sample(9), to: bench.publisher)
            try push(Self.sample(1, at: Example.now - .seconds(60)), to: sources[0])
            try await bench.ledger.wait("andon_stage_items_total{stage=\"ingest\"}", atLeast: 1)
        }
        #expect(routed.values == [1])
        #expect(routed.last?.head.live == .max, "nothing of an unfinished history is told")
        #expect(bench.dropped("cancelled") == 1, "what lay in the door is counted")
    }

    @Test @Outside func anEmptyHistoryEndsToo() async throws {
        let (_, routed) = try await run { bench, sources in
            try push(Self.end, to: sources[0])
            try push(Self.sample(1), to: bench.publisher)
            try await bench.ledger.wait("andon_stage_items_total{stage=\"ingest\"}", atLeast: 1)
        }
        #expect(routed.values == [1])
        #expect(routed.last?.head.live == .min)
    }

    @Test @Outside func feedbackInHistoryIsPassedOver() async throws {
        let verdict = Message("feedback.x", json: #"{"verdict":"false","anomaly":"a","by":"me"}"#)
        let (bench, routed) = try await run { bench, sources in
            try push(Self.sample(1, at: Example.now - .seconds(60)), to: sources[0])
            try push(verdict, to: sources[0])
            try push(Self.end, to: sources[0])
            try push(Self.sample(2), to: bench.publisher)
            try push(verdict, to: bench.publisher)
            try await bench.ledger.wait("andon_door_feedback_total", atLeast: 1)
        }
        #expect(routed.values == [1, 2])
        #expect(routed.flatMap(\.feedback).map(\.number) == [1], "only that of the door")
        #expect(bench.dropped(.malformed) == 0)
    }

    @Test @Outside func historyIsNotRecorded() async throws {
        let tap = try Endpoint("inproc://tap")
        _ = try await run {
            $0.taps = [Exit(tap)]
        } _: { bench, sources in
            _ = try await bench.ingest.openTaps()
            let listener = try Socket(.sub, in: bench.context)
            defer { listener.close() }
            try listener.subscribe(TopicPrefix.sample)
            try listener.connect(tap)
            try await bench.ledger.wait("andon_sample_listeners", atLeast: 1)
            try push(Self.sample(1, at: Example.now - .seconds(60)), to: sources[0])
            try push(Message(TopicPrefix.sampleClose, json: ""), to: sources[0])
            try push(Self.end, to: sources[0])
            try push(Self.sample(2), to: bench.publisher)
            let first = try next(from: listener)
            let body = first.frames.last?.withBytes { String(decoding: $0, as: UTF8.self) } ?? ""
            #expect(first.frames.first?.text == "sample.batch" && body.contains("[2"), "\(body)")
        }
    }
}
