import Samples
import Testing
import WireFormat

@Suite struct MetricDecoderTests {
    static let sample: [Door.Row] = [
        .init("cpu{host=\"a\"}", 0, 0.5), .init("cpu{host=\"b\"}", 0, 0.7), .init("cpu{host=\"a\"}", 1000, 0.6),
    ]

    @Test func readsBytesWrittenByHand() {
        // Made from the schema on paper: field number and wire type, then the content.
        let definition: [UInt8] =
            [0x08, 0x05, 0x12, 0x03] + Array("cpu".utf8) + [0x1A, 0x09]
            + [0x0A, 0x04] + Array("host".utf8) + [0x12, 0x01] + Array("a".utf8)
        var body: [UInt8] = [0x0A, UInt8(definition.count)] + definition
        body += [0x12, 0x02, 0x05, 0x05]  // ref 5, 5
        body += [0x18, 0x80, 0xE0, 0xC1, 0xA6, 0xB7, 0x33]  // base_time_ms 1767225651200
        body += [0x22, 0x02, 0x00, 0x01]  // time_delta_ms 0, -1
        body += [0x2A, 0x10, 0, 0, 0, 0, 0, 0, 0xE0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0xC0]  // value 0.5, -2
        let base = varint(body[(body.firstIndex(of: 0x18) ?? 0) + 1..<body.count]) - Door.arrival.milliseconds
        let header: [UInt8] = [0x0A, 0x01, 0x70, 0x10, 0x09, 0x1A, 0x16] + Array("application/x-protobuf".utf8)
        let door = Door()
        let outcome = door.take(header, body)
        #expect(outcome.refusedMessage == nil)
        #expect(outcome.publisher == "p")
        #expect(outcome.sequence == 9)
        #expect(outcome.accepted == 2)
        #expect(door.rows == [.init("cpu{host=\"a\"}", base, 0.5), .init("cpu{host=\"a\"}", base - 1, -2)])
    }

    private func varint(_ bytes: ArraySlice<UInt8>) -> Int64 {
        var (value, shift): (Int64, Int64) = (0, 0)
        for byte in bytes {
            value |= Int64(byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 { break }
        }
        return value
    }

    @Test func appendsToWhatIsThere() {
        let door = Door()
        var encoder = MetricEncoder()
        door.take(protobuf: encoder.encode(Door.batch(Self.sample)))
        door.take(protobuf: encoder.encode(Door.batch(Self.sample)), sequence: 2)
        #expect(door.rows == Self.sample + Self.sample)
        #expect(door.series.count == 2)
    }

    @Test func keepsDefinitionsOfEachPublisherApart() {
        let door = Door()
        var (one, other) = (MetricEncoder(), MetricEncoder())
        door.take(protobuf: one.encode(Door.batch([.init("x", 0, 1)])), from: "one")
        door.take(protobuf: other.encode(Door.batch([.init("y", 0, 2)])), from: "other")
        door.take(protobuf: one.encode(Door.batch([.init("x", 0, 3)])), sequence: 2, from: "one")
        #expect(door.rows == [.init("x", 0, 1), .init("y", 0, 2), .init("x", 0, 3)])
    }

    @Test func refusesReferencesThatNobodyDefined() {
        var encoder = MetricEncoder()
        _ = encoder.encode(Door.batch(Self.sample))
        let door = Door()
        let outcome = door.take(protobuf: encoder.encode(Door.batch(Self.sample)))
        #expect(outcome.refusedMessage?.reason == .unknownSeries)
        #expect(outcome.publisher == "p")
        #expect(door.columns.isEmpty)
    }

    @Test func forgetsDefinitionsWhenAPublisherRestarts() {
        let door = Door()
        var encoder = MetricEncoder()
        door.take(protobuf: encoder.encode(Door.batch(Self.sample)), sequence: 7)
        #expect(door.take(protobuf: encoder.encode(Door.batch(Self.sample)), sequence: 9).accepted == 3)
        let afterRestart = door.take(protobuf: encoder.encode(Door.batch(Self.sample)), sequence: 1)
        #expect(afterRestart.refusedMessage?.reason == .unknownSeries)
        #expect(door.take(protobuf: encoder.encode(Door.batch(Self.sample), everyDefinition: true)).accepted == 3)
    }

    @Test func keepsDefinitionsOfPublishersThatDoNotNumber() {
        let door = Door()
        var encoder = MetricEncoder()
        door.take(protobuf: encoder.encode(Door.batch(Self.sample)), sequence: 0)
        #expect(door.take(protobuf: encoder.encode(Door.batch(Self.sample)), sequence: 0).accepted == 3)
    }

    @Test func forgetsThePublisherUnheardLongest() {
        let door = Door(limits: DecodingLimits(maximumPublishers: 2))
        var encoders = [MetricEncoder(), MetricEncoder(), MetricEncoder()]
        for (index, name) in ["a", "b", "c"].enumerated() {
            door.take(protobuf: encoders[index].encode(Door.batch(Self.sample)), from: name)
        }
        #expect(door.decoder.evictedPublishers == 1)
        let kept = door.take(protobuf: encoders[1].encode(Door.batch(Self.sample)), sequence: 2, from: "b")
        #expect(kept.accepted == 3)
        let forgotten = door.take(protobuf: encoders[0].encode(Door.batch(Self.sample)), sequence: 2, from: "a")
        #expect(forgotten.refusedMessage?.reason == .unknownSeries)
    }

    @Test func refusesOnlyTheSamplesBeyondThePublishersLimit() {
        let door = Door(limits: DecodingLimits(maximumSeriesPerPublisher: 1))
        var encoder = MetricEncoder()
        let outcome = door.take(protobuf: encoder.encode(Door.batch(Self.sample)))
        #expect(outcome.accepted == 2)
        #expect(outcome.refusedSamples == [.seriesLimit: 1])
        #expect(door.series.count == 1)
    }

    @Test func aNumberDefinedAgainMeansTheNewSeries() {
        let door = Door()
        var (one, other) = (MetricEncoder(), MetricEncoder())
        door.take(protobuf: one.encode(Door.batch([.init("x", 0, 1)])))
        door.take(protobuf: other.encode(Door.batch([.init("y", 0, 2)])), sequence: 2)
        door.take(protobuf: one.encode(Door.batch([.init("x", 0, 3)])), sequence: 3)
        #expect(door.rows == [.init("x", 0, 1), .init("y", 0, 2), .init("y", 0, 3)])
    }

    @Test func aRefusedMessageLeavesNothingBehind() {
        let door = Door()
        var encoder = MetricEncoder()
        door.take(protobuf: encoder.encode(Door.batch([.init("x", 0, 1)])))
        var torn = encoder.encode(Door.batch([.init("new", 0, 2)]))
        torn.removeLast(10)  // the value column, whole
        #expect(door.take(protobuf: torn, sequence: 2).refusedMessage?.reason == .truncated)
        #expect(door.series.count == 1)
        let next = door.take(protobuf: encoder.encode(Door.batch([.init("new", 0, 3)])), sequence: 3)
        #expect(next.refusedMessage?.reason == .unknownSeries)
        #expect(door.rows == [.init("x", 0, 1)])
    }

    @Test func tellsPublisherAndNumberOfARefusedMessage() {
        let door = Door(limits: DecodingLimits(maximumMessageBytes: 64))
        let outcome = door.take(Door.header(.json, sequence: 12), Array(repeating: 0x20, count: 65))
        #expect(outcome.refusedMessage?.reason == .oversized)
        #expect(outcome.publisher == "p")
        #expect(outcome.sequence == 12)
    }

    @Test func takesJSONWithAHeader() {
        let door = Door()
        let outcome = door.take(Door.header(.json), MetricEncoder.json(Door.batch(Self.sample)))
        #expect(outcome.accepted == 3)
        #expect(door.rows == Self.sample)
    }
}
