import Samples
import Testing
import WireFormat

/// Every reason that a message or a sample can be refused for at this door.
@Suite struct MetricDecoderRefusalTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var reason: RefusalReason
        var topic = "metric.test"
        var header: [UInt8]?
        var body: [UInt8]

        init(_ reason: RefusalReason, topic: String = "metric.test", header: [UInt8]? = nil, json: String) {
            self.init(reason, topic: topic, header: header, body: Array(json.utf8))
        }

        init(_ reason: RefusalReason, topic: String = "metric.test", header: [UInt8]? = nil, body: [UInt8]) {
            self.reason = reason
            self.topic = topic
            self.header = header
            self.body = body
        }

        var testDescription: String { "\(reason.rawValue): \(String(decoding: body.prefix(60), as: UTF8.self))" }
    }

    static let good = #"{"name":"x","value":1}"#

    static let messages: [Case] = [
        Case(.oversized, json: String(repeating: " ", count: 5000)),
        Case(.oversized, header: Array(repeating: 0, count: 5000), json: good),
        Case(.unknownTopic, topic: "score.x", json: good),
        Case(.unknownTopic, topic: "metrics", json: good),
        Case(.unknownTopic, topic: "", json: good),
        Case(.unknownFormat, header: Door.header(.cloudEvents), json: good),
        Case(.unknownFormat, header: Door.header(ContentType(rawValue: "text/csv")), json: good),
        Case(.unknownFormat, header: Door.header(ContentType(rawValue: "")), json: good),
        Case(.malformed, header: [], json: good),
        Case(.malformed, header: [0xFF, 0xFF], json: good),
        Case(.truncated, header: [0x0A, 0x05, 0x70], json: good),
        Case(.malformed, header: Door.header(.json, from: String(repeating: "p", count: 257)), json: good),
        Case(.malformed, header: Door.header(.protobuf), body: [0x0F]),
        Case(.truncated, header: Door.header(.protobuf), body: []),
        Case(.truncated, header: Door.header(.protobuf), body: [0x12, 0x02, 0x00]),
        Case(.truncated, header: Door.header(.protobuf), body: [0x12, 0x01, 0x00]),
        Case(.unknownSeries, header: Door.header(.protobuf), body: batch(ref: [0x00])),
        // A definition without a name, and one with a brace in it.
        Case(.malformed, header: Door.header(.protobuf), body: [0x0A, 0x02, 0x08, 0x00] + batch(ref: [0x00])),
        Case(.malformed, header: Door.header(.protobuf), body: [0x0A, 0x03, 0x12, 0x01, 0x7B] + batch(ref: [0x00])),
        // base_time_ms is the largest there is, and the step goes one beyond.
        Case(
            .malformed, header: Door.header(.protobuf),
            body: [0x0A, 0x03, 0x12, 0x01, 0x78, 0x18] + Array(repeating: 0xFF, count: 8) + [0x7F]
                + batch(ref: [0x00], delta: 0x02)),
        Case(.truncated, json: ""), Case(.truncated, json: #"{"name":"x","#), Case(.truncated, json: "[1"),
        Case(.truncated, json: " \n"),
        Case(.truncated, json: #"{"name":"x\"}"#), Case(.malformed, json: #"{"name":"x",}"#),
        Case(.malformed, json: "hello"), Case(.malformed, json: "3"), Case(.malformed, json: "null"),
        Case(.malformed, json: #"{"name":"x","value":NaN}"#), Case(.malformed, json: good + good),
        Case(.malformed, body: Array(#"{"name":"\#u{80}"#.utf8).dropLast() + [0xC3, 0x22, 0x7D]),
        Case(.malformed, json: "{}"), Case(.malformed, json: "[[]]"), Case(.malformed, json: "[3]"),
        Case(.malformed, json: #"{"name":"x"}"#), Case(.malformed, json: #"{"value":1}"#),
        Case(.malformed, json: #"{"name":3,"value":1}"#), Case(.malformed, json: #"{"name":"","value":1}"#),
        Case(.malformed, json: #"{"name":"a{b","value":1}"#), Case(.malformed, json: #"{"name":null,"value":1}"#),
        Case(.malformed, json: #"{"name":"x","value":true}"#), Case(.malformed, json: #"{"name":"x","value":"1"}"#),
        Case(.malformed, json: #"{"name":"x","value":{}}"#),
        Case(.malformed, json: #"{"name":"x","value":1,"time":true}"#),
        Case(.malformed, json: #"{"name":"x","value":1,"time":"yesterday"}"#),
        Case(.malformed, json: #"{"name":"x","value":1,"labels":3}"#),
        Case(.malformed, json: #"{"name":"x","value":1,"labels":{"a":1}}"#),
        Case(.malformed, json: #"{"name":"x","value":1,"labels":{"a":"b","c":{}}}"#),
        Case(.malformed, json: #"{"name":"x","value":1,"labels":{"":"b"}}"#),
        Case(.malformed, json: #"{"name":"x","series":"x","value":1}"#),
        Case(.malformed, json: #"{"series":"x{","value":1}"#), Case(.malformed, json: #"{"series":7,"value":1}"#),
        Case(.malformed, json: #"{"series":"\#(String(repeating: "x", count: 4000))","value":1}"#),
        Case(.malformed, json: #"{"samples":{}}"#), Case(.malformed, json: #"{"samples":[{"name":"x"}]}"#),
        Case(.malformed, json: #"{"series":["x"],"value":[1]}"#), Case(.malformed, json: #"{"ref":[0],"value":[1]}"#),
        Case(.malformed, json: #"{"series":["x"],"ref":0,"value":[1]}"#),
        Case(.malformed, json: #"{"series":["x"],"ref":[0.0],"value":[1]}"#),
        Case(.malformed, json: #"{"series":[{}],"ref":[0],"value":[1]}"#),
        Case(.malformed, json: #"{"series":["x"],"ref":[0],"value":[1],"time":3}"#),
        Case(.malformed, json: #"{"series":["x"],"ref":[0],"value":[1],"time":[[]]}"#),
        Case(.truncated, json: #"{"series":["x"],"ref":[0,0],"value":[1]}"#),
        Case(.truncated, json: #"{"series":["x"],"ref":[0],"value":[1],"time":[]}"#),
        Case(.unknownSeries, json: #"{"series":["x"],"ref":[1],"value":[1]}"#),
        Case(.unknownSeries, json: #"{"series":["x"],"ref":[-1],"value":[1]}"#),
    ]

    /// One sample at the arrival, or `delta` behind it, without definitions.
    static func batch(ref: [UInt8], delta: UInt8 = 0) -> [UInt8] {
        [0x12, UInt8(ref.count)] + ref + [0x22, 0x01, delta] + [0x2A, 0x08, 0, 0, 0, 0, 0, 0, 0, 0]
    }

    @Test(arguments: messages)
    func refusesTheWholeMessage(_ example: Case) {
        let door = Door(limits: DecodingLimits(maximumMessageBytes: 4096, maximumSeriesBytes: 3900))
        door.take(json: #"{"name":"before","value":1}"#)
        let outcome = door.take(example.header, example.body, topic: example.topic)
        #expect(outcome.refusedMessage?.reason == example.reason, "\(outcome.refusedMessage?.sentence ?? "taken")")
        #expect(outcome.refusedMessage?.sentence.isEmpty == false)
        #expect(outcome.accepted == 0)
        #expect(outcome.refusedSamples.isEmpty)
        #expect(door.rows == [.init("before", 0, 1)])
        #expect(door.series.count == 1)
    }

    static let samples: [(RefusalReason, String)] = [
        (.nonFinite, #""value":null"#), (.nonFinite, #""value":"NaN""#), (.nonFinite, #""value":"-Inf""#),
        (.nonFinite, #""value":"+Inf""#), (.nonFinite, #""value":"Infinity""#),
        (.farFuture, #""value":1,"time":1767226200001"#), (.farFuture, #""value":1,"time":1e300"#),
        (.farFuture, #""value":1,"time":18446744073709551615"#), (.farFuture, #""value":1,"time":1767225600000000"#),
        (.tooOld, #""value":1,"time":1732665599999"#), (.tooOld, #""value":1,"time":-1e300"#),
        (.tooOld, #""value":1,"time":0"#), (.tooOld, #""value":1,"time":-9223372036854775808"#),
        (.tooOld, #""value":1,"time":"1999-12-31""#),
    ]

    @Test(arguments: samples)
    func refusesTheSampleAlone(_ reason: RefusalReason, _ members: String) {
        let door = Door()
        let outcome = door.take(json: #"[{"name":"x","value":1},{"name":"y",\#(members)},{"name":"x","value":2}]"#)
        #expect(outcome.refusedMessage == nil)
        #expect(outcome.accepted == 2)
        #expect(outcome.refusedSamples == [reason: 1])
        #expect(door.rows == [.init("x", 0, 1), .init("x", 0, 2)])
        #expect(door.series.count == 1, "A series is made by its first sample that is taken.")
    }

    @Test(arguments: [false, true])
    func takesWhatLiesExactlyAtTheLimits(_ isProtobuf: Bool) {
        let limits = DecodingLimits(future: .seconds(60), past: .seconds(120))
        let batch = Door.batch([
            .init("x", 60_000, 1), .init("x", 60_001, 2), .init("x", -120_000, 3), .init("x", -120_001, 4),
            .init("x", 0, .infinity), .init("x", 0, .nan),
        ])
        let door = Door(limits: limits)
        var encoder = MetricEncoder()
        let outcome =
            isProtobuf ? door.take(protobuf: encoder.encode(batch)) : door.take(nil, MetricEncoder.json(batch))
        #expect(outcome.accepted == 2)
        #expect(outcome.refusedSamples == [.farFuture: 1, .tooOld: 1, .nonFinite: 2])
        #expect(door.rows == [.init("x", 60_000, 1), .init("x", -120_000, 3)])
    }

    @Test(arguments: [false, true])
    func refusesSamplesOfSeriesThatHaveNoRoom(_ isProtobuf: Bool) {
        let batch = Door.batch([.init("x", 0, 1), .init("y", 0, 2), .init("x", 0, 3)])
        let door = Door(seriesLimit: 1)
        var encoder = MetricEncoder()
        for sequence in 1...2 {
            let outcome =
                isProtobuf
                ? door.take(protobuf: encoder.encode(batch), sequence: UInt64(sequence))
                : door.take(nil, MetricEncoder.json(batch))
            #expect(outcome.accepted == 2)
            #expect(outcome.refusedSamples == [.seriesLimit: 1])
        }
        #expect(door.series.keys == [SeriesKey("x")])
    }

    @Test func coversEveryReasonButTheOneFoundBehindTheDoor() {
        let covered = Set(Self.messages.map(\.reason) + Self.samples.map(\.0) + [.seriesLimit])
        #expect(Set(RefusalReason.allCases).subtracting(covered) == [.outOfOrder, .stale])
    }

    @Test func saysWhatWasWrong() {
        let door = Door()
        let sentence = { (json: String) in door.take(json: json).refusedMessage?.sentence }
        #expect(
            sentence(#"[{"name":"x","value":{}}]"#) == "“value” of sample 0 is an object, where a number is wanted.")
        #expect(
            sentence(#"{"series":["x"],"ref":[7],"value":[1]}"#) == "“ref” of sample 0 is 7, but there are 1 series.")
        #expect(sentence(#"{"name":"x"}"#) == "sample 0 has no “value”.")
        #expect(
            sentence(#"{"name":"x","value":"\#(String(repeating: "z", count: 999))"}"#)
                == "“value” of sample 0 is the string “\(String(repeating: "z", count: 60))…”, where a number is wanted."
        )
    }
}
