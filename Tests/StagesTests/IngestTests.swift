import Detection
import Measurements
import Messaging
import Samples
import Testing
import WireFormat

@testable import Stages

@Suite(.timeLimit(.minutes(1))) struct IngestTests {
    /// A message that must not be taken as it is, and why.
    struct Bad: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var reason: RefusalReason
        var parts: [[UInt8]]
    }

    private static func json(_ text: String) -> [[UInt8]] { [Array("metric.x".utf8), Array(text.utf8)] }

    private static func good(_ value: Int) -> Message {
        Message(parts: json("{\"name\":\"x\",\"value\":\(value),\"time\":\(Example.now.milliseconds + Int64(value))}"))
    }

    private static func header(_ sequence: UInt64, _ type: ContentType = .protobuf) -> [UInt8] {
        MessageHeader(publisher: "p", sequence: sequence, contentType: type, sentAt: Example.now).encoded()
    }

    private static func batch(_ encoder: inout MetricEncoder, _ value: Double) -> [UInt8] {
        var builder = SampleBatchBuilder()
        builder.append(SeriesKey("y"), Example.now, value)
        return encoder.encode(builder.take())
    }

    private static var batch: [UInt8] {
        var encoder = MetricEncoder()
        return batch(&encoder, 5)
    }

    /// A batch that refers to a series which an earlier one defined.
    private static var reference: [UInt8] {
        var encoder = MetricEncoder()
        _ = batch(&encoder, 5)
        return batch(&encoder, 6)
    }

    private static let topic = Array("metric.x".utf8)

    static let bad = [
        Bad(testDescription: "JSON that is none", reason: .malformed, parts: json("{name: x}")),
        Bad(testDescription: "JSON cut", reason: .truncated, parts: json("{\"name\":")),
        Bad(testDescription: "empty body", reason: .truncated, parts: json("")),
        Bad(testDescription: "one frame", reason: .malformed, parts: [topic]),
        Bad(testDescription: "four frames", reason: .malformed, parts: [topic, [], [], []]),
        Bad(testDescription: "topic that is no text", reason: .malformed, parts: [[0xFF, 0xFE], []]),
        Bad(testDescription: "header without a body", reason: .malformed, parts: [topic, header(1)]),
        Bad(testDescription: "header that is none", reason: .malformed, parts: [topic, [0xFF, 0xFF], batch]),
        Bad(testDescription: "protobuf cut", reason: .truncated, parts: [topic, header(1), batch.dropLast(3)]),
        Bad(testDescription: "unknown topic", reason: .unknownTopic, parts: [Array("other.x".utf8), []]),
        Bad(testDescription: "unknown content", reason: .unknownFormat, parts: [topic, header(1, .cloudEvents), []]),
        Bad(testDescription: "series never defined", reason: .unknownSeries, parts: [topic, header(1), reference]),
        Bad(testDescription: "large body", reason: .oversized, parts: json(String(repeating: " ", count: 5000))),
        Bad(
            testDescription: "more frames than any message", reason: .oversized,
            parts: [[UInt8]](repeating: topic, count: 65)),
        Bad(
            testDescription: "change that is none", reason: .malformed,
            parts: [Array("change.x".utf8), Array("{}".utf8)]),
        Bad(
            testDescription: "not finite", reason: .nonFinite,
            parts: json("{\"name\":\"x\",\"value\":\"NaN\",\"time\":\(Example.now.milliseconds)}")),
        Bad(
            testDescription: "far future", reason: .farFuture,
            parts: json("{\"name\":\"x\",\"value\":1,\"time\":\((Example.now + .seconds(601)).milliseconds)}")),
        Bad(
            testDescription: "too old", reason: .tooOld,
            parts: json("{\"name\":\"x\",\"value\":1,\"time\":\((Example.now - .seconds(90_000)).milliseconds)}")),
    ]

    @Test(arguments: bad)
    @Outside func refusesAndCountsAndGoesOn(bad: Bad) async throws {
        let bench = try await IngestAlone {
            $0.maximumMessageBytes = 4096
            $0.past = .seconds(86_400)
        }
        let routed = try await bench.route([Self.good(1), Message(parts: bad.parts), Self.good(2)])
        #expect(routed.values == [1, 2])
        for reason in RefusalReason.allCases { #expect(bench.dropped(reason) == (reason == bad.reason ? 1 : 0)) }
        #expect(bench.ledger["andon_stage_received_total{stage=\"ingest\"}"] == 3)
        #expect(bench.ledger["andon_stage_items_total{stage=\"ingest\"}"] == 2)
    }

    @Test @Outside func takesTheGoodSamplesOfAMessageWithBadOnes() async throws {
        let now = Example.now.milliseconds
        let text = """
            [{"name":"x","value":1,"time":\(now)},{"name":"x","value":"Infinity","time":\(now)},
             {"name":"x","value":2,"time":\(now + 700_000)},{"name":"x","value":3,"time":\(now + 1)}]
            """
        let bench = try await IngestAlone()
        #expect(try await bench.route([Message(parts: Self.json(text))]).values == [1, 3])
        #expect(bench.dropped(.nonFinite) == 1 && bench.dropped(.farFuture) == 1)
    }

    @Test @Outside func refusesSamplesOfSeriesBeyondTheLimit() async throws {
        let bench = try await IngestAlone { $0.seriesLimit = 2 }
        let messages = ["a", "b", "c", "a", "d"].map { Message("metric.x", json: "{\"name\":\"\($0)\",\"value\":1}") }
        let routed = try await bench.route(messages)
        #expect(routed.values.count == 3)
        #expect(routed.flatMap(\.definitions).map(\.key.name) == ["a", "b"])
        #expect(bench.dropped(.seriesLimit) == 2)
        #expect(bench.ledger["andon_series"] == 2)
    }

    @Test @Outside func countsWhatAPublisherLost() async throws {
        let bench = try await IngestAlone()
        var encoder = MetricEncoder()
        let messages = [UInt64(1), 2, 5, 3, 4].map { sequence in
            Message(parts: [Self.topic, Self.header(sequence), Self.batch(&encoder, Double(sequence))])
        }
        let routed = try await bench.route(messages)
        #expect(bench.ledger["andon_door_lost_messages_total"] == 2)
        // After the jump back the publisher counts as restarted, so that its series have to be defined anew.
        #expect(routed.values == [1, 2, 5])
        #expect(bench.dropped(.unknownSeries) == 2)
    }

    @Test @Outside func countsPublishersThatItForgets() async throws {
        let bench = try await IngestAlone()
        let most = DecodingLimits().maximumPublishers
        let routed = try await bench.route(
            (0..<most + 3).map { number in
                let header = MessageHeader(
                    publisher: "p\(number)", sequence: 1, contentType: .protobuf, sentAt: Example.now)
                return Message(parts: [Self.topic, header.encoded(), Self.batch])
            })
        #expect(routed.values.count == most + 3)
        for what in ["definitions", "numbers"] {
            #expect(bench.ledger["andon_door_forgotten_publishers_total{what=\"\(what)\"}"] == 3)
        }
    }

    @Test @Outside func takesOnlyTheClosesThatARecordingHas() async throws {
        let bench = try await IngestAlone { $0.takesCloses = true }
        let routed = try await bench.route([
            Self.good(1), Message("sample.batch", json: "{}"), Message("sample.close", json: ""),
        ])
        #expect(routed.values == [1])
        #expect(bench.dropped(.unknownTopic) == 1)
    }

    @Test @Outside func countsChangesAndGivesThemTheirStep() async throws {
        let bench = try await IngestAlone()
        let change = Message("change.x", json: "{\"id\":\"c\",\"what\":\"deployed\"}")
        let routed = try await bench.route([change, Self.good(3), change])
        #expect(bench.ledger["andon_door_changes_total"] == 2)
        let changes = routed.flatMap(\.changes)
        #expect(changes.map(\.change.id) == ["c", "c"] && changes.map(\.change.time) == [Example.now, Example.now])
        #expect(changes.map(\.step) == [.min, Example.now.milliseconds + 3])
    }

    @Test @Outside func aSampleWithoutATimeGetsThatOfItsArrival() async throws {
        let bench = try await IngestAlone()
        let routed = try await bench.route([Message("metric.x", json: "{\"name\":\"x\",\"value\":1}")])
        #expect(routed.flatMap(\.samples.times) == [Example.now.milliseconds])
    }

    @Test @Outside func closesTheStepWhenNoMoreComes() async throws {
        let bench = try await IngestAlone { $0.stepDeadline = .milliseconds(5) }
        defer { bench.end() }
        try await run([bench.ingest]) {
            try push(Self.good(1), to: bench.publisher)
            var watermark = Int64.min
            while watermark <= Example.now.milliseconds + 1 {
                let message = try #require(RoutedMessage(decoding: try next(from: bench.sink)))
                #expect(!message.head.isEnd && message.head.watermark >= watermark)
                watermark = message.head.watermark
            }
            #expect(watermark == Example.now.milliseconds + 2)
            bench.ingest.stop()
            #expect(try bench.untilEnd().values.isEmpty)
        }
    }

    @Test @Outside func sendsALargeMessageInPieces() async throws {
        let rows = (0..<100_000).map { "\($0 % 7)" }.joined(separator: ",")
        let values = (0..<100_000).map(String.init).joined(separator: ",")
        let text =
            "{\"series\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\"],\"ref\":[\(rows)],\"value\":[\(values)]}"
        let bench = try await IngestAlone()
        let routed = try await bench.route([Message(parts: Self.json(text))])
        #expect(routed.values == (0..<100_000).map(Double.init))
        #expect(routed.allSatisfy { $0.samples.count * 28 <= Router.fullBytes + 28 })
        #expect(routed.filter { $0.samples.count > 0 }.allSatisfy { $0.head.arrival > 0 })
    }

    @Test @Outside func takesWhatHasComeInBeforeItStops() async throws {
        let bench = try await IngestAlone()
        for number in 0..<500 { try push(Self.good(number), to: bench.publisher) }
        bench.ingest.stop()
        let routed = try await bench.route([])
        #expect(routed.values == (0..<500).map(Double.init))
    }

    @Test @Outside func appliesOtherLimitsWhileItRuns() async throws {
        let bench = try await IngestAlone()
        await bench.ingest.apply(
            IngestConfiguration(doors: [], maximumMessageBytes: 10, shards: []))
        #expect(try await bench.route([Self.good(1)]).values == [])
        #expect(bench.dropped(.oversized) == 1)
    }
}
