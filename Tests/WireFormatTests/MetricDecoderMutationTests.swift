import Samples
import Testing
import WireFormat

/// Whatever arrives, nothing falls over and nothing is half-taken.
@Suite struct MetricDecoderMutationTests {
    private static let rows: [Door.Row] = [
        .init("cpu{host=\"a\"}", 0, 0.5), .init("cpu{host=\"b\"}", 0, 0.25), .init("cpu{host=\"a\"}", 1000, -3),
    ]

    private static var protobuf: [UInt8] {
        var encoder = MetricEncoder()
        return encoder.encode(Door.batch(rows))
    }

    private static let json = MetricDecoderJSONTests.forms.map { Array($0.utf8) }

    @Test func aCutProtobufBodyIsRefusedAtEveryByte() {
        let body = Self.protobuf
        for count in 0..<body.count {
            let door = Door()
            let outcome = door.take(protobuf: Array(body.prefix(count)))
            #expect(outcome.refusedMessage != nil, "cut to \(count) of \(body.count)")
            #expect(door.columns.isEmpty)
            #expect(door.series.count == 0)
        }
        #expect(Door().take(protobuf: body).accepted == 3)
    }

    @Test(arguments: json)
    func aCutJSONBodyIsRefusedAtEveryByte(_ body: [UInt8]) {
        let door = Door()
        for count in 0..<body.count {
            #expect(door.take(nil, Array(body.prefix(count))).refusedMessage != nil, "cut to \(count)")
        }
        #expect(door.columns.isEmpty)
        #expect(door.series.count == 0)
        #expect(door.take(nil, body).accepted == 2)
    }

    @Test func aCutHeaderIsRefusedUntilItSaysWhatTheBodyIs() {
        let header = Door.header(.protobuf)
        let whole = MessageHeader(publisher: "p", sequence: 1, contentType: .protobuf, sentAt: .init(milliseconds: 0))
        for count in 0..<header.count {
            let door = Door()
            let outcome = door.take(Array(header.prefix(count)), Self.protobuf)
            // Only the time of sending may be missing.
            #expect((outcome.refusedMessage == nil) == (count == whole.encoded().count), "cut to \(count)")
            #expect(door.columns.count == outcome.accepted)
        }
    }

    @Test func survivesMutatedProtobuf() {
        let header = Door.header(.protobuf, sequence: 0)
        survives(seed: 1, [(header, Self.protobuf)])
    }

    @Test func survivesMutatedJSON() {
        survives(seed: 2, Self.json.map { (nil, $0) })
    }

    private func survives(seed: UInt64, _ originals: [(header: [UInt8]?, body: [UInt8])]) {
        var generator = SeededGenerator(seed: seed)
        let door = Door(
            limits: DecodingLimits(
                maximumPublishers: 8, maximumSeriesPerPublisher: 64, past: .seconds(30 * 86_400)))
        door.take(json: #"{"name":"before","value":1}"#)
        let before = door.columns
        var (taken, refused) = (0, 0)
        for round in 0..<20_000 {
            let original = originals[round % originals.count]
            var (header, body) = original
            if header != nil, round % 8 == 0 {
                header = mutated(header ?? [], &generator)
            } else {
                body = mutated(body, &generator)
            }
            let known = door.series.count
            let outcome = door.take(header, body)
            if outcome.refusedMessage != nil {
                refused += 1
                #expect(door.columns == before && door.series.count == known && outcome.accepted == 0, "round \(round)")
            } else {
                taken += 1
                #expect(isSound(door, after: before, outcome), "round \(round)")
            }
            door.columns = before
        }
        #expect(taken > 100 && refused > 1000, "\(taken) taken, \(refused) refused")
    }

    private func isSound(_ door: Door, after before: MetricColumns, _ outcome: DecodingOutcome) -> Bool {
        let columns = door.columns
        let times = (Door.arrival.milliseconds - 30 * 86_400_000)...(Door.arrival.milliseconds + 600_000)
        return columns.count == before.count + outcome.accepted
            && columns.ids.count == columns.count && columns.times.count == columns.count
            && columns.ids.allSatisfy { $0 < door.series.count } && columns.values.allSatisfy(\.isFinite)
            && columns.times.allSatisfy(times.contains) && columns.values.prefix(before.count) == before.values[...]
    }

    /// One to four bytes changed, removed, doubled or put in; or the end cut off.
    private func mutated(_ original: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 1: bytes[index] = UInt8.random(in: 0...255, using: &generator)
            case 2: bytes.remove(at: index)
            case 3: bytes.insert(bytes[index], at: index)
            case 4: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: index)
            default:
                let other = Int.random(in: 0..<bytes.count, using: &generator)
                if index == 0 { bytes.removeLast(bytes.count - other) } else { bytes.swapAt(index, other) }
            }
        }
        return bytes
    }
}
