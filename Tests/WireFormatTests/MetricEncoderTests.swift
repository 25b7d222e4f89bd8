import Samples
import Testing
import WireFormat

@Suite struct MetricEncoderTests {
    @Test func protobufComesBackAsItWent() {
        let door = Door()
        var encoder = MetricEncoder()
        let batch = SampleBatch.odd
        #expect(door.take(protobuf: encoder.encode(batch)).accepted == batch.count)
        #expect(door.columns.times == batch.times)
        #expect(door.columns.values == batch.values)
        #expect(door.columns.ids == batch.seriesIndex)
        #expect(door.series.keys == batch.series)
    }

    @Test func jsonComesBackAsItWent() {
        let door = Door()
        let batch = SampleBatch.odd
        #expect(door.take(nil, MetricEncoder.json(batch)).accepted == batch.count)
        #expect(door.columns.times == batch.times)
        #expect(door.columns.values.map(\.bitPattern) == batch.values.map(\.bitPattern))
        #expect(door.columns.ids == batch.seriesIndex)
        #expect(door.series.keys == batch.series)
    }

    @Test func jsonOfEarlyYearsIsInSeconds() {
        let door = Door(limits: DecodingLimits(past: .seconds(100 * 366 * 86_400)))
        let times: [Int64] = [0, 1, -1, 99_999_999_999, 100_000_000_000, -5_000_000_123]
        var batch = SampleBatch(series: [SeriesKey("x")])
        for time in times { batch.append(0, EventTime(milliseconds: time), 1) }
        door.take(nil, MetricEncoder.json(batch))
        #expect(door.columns.times == times)
    }

    @Test func jsonSaysNullForWhatIsNotFinite() {
        let door = Door()
        let outcome = door.take(nil, MetricEncoder.json(Door.batch([.init("x", 0, .nan), .init("x", 0, 1)])))
        #expect(outcome.refusedSamples == [.nonFinite: 1])
        #expect(outcome.accepted == 1)
    }

    @Test func definesASeriesOnce() {
        var encoder = MetricEncoder()
        let batch = Door.batch([.init("a_long_name_of_a_metric", 0, 1)])
        let (first, second) = (encoder.encode(batch), encoder.encode(batch))
        #expect(second.count < first.count - 20)
        #expect(encoder.encode(batch, everyDefinition: true) == first)
    }

    @Test func aStepOfTimeCostsOneByte() {
        var encoder = MetricEncoder()
        let rows = (0..<100).map { Door.Row("x", Int64($0), 1) }
        _ = encoder.encode(Door.batch(rows))
        // 100 references, 100 steps and 100 doubles, with tags and lengths, and the base time.
        #expect(encoder.encode(Door.batch(rows)).count == (100 + 2) + (100 + 2) + (800 + 3) + 7)
    }

    @Test func startsNumberingOverInsteadOfGrowing() {
        let door = Door()
        var encoder = MetricEncoder(maximumSeries: 2)
        for round in 0..<10 {
            let rows: [Door.Row] = [.init("s\(round)", 0, 1), .init("always", 0, 2)]
            let outcome = door.take(protobuf: encoder.encode(Door.batch(rows)), sequence: UInt64(round + 1))
            #expect(outcome.refusedMessage == nil)
            #expect(Array(door.rows.suffix(2)) == rows)
        }
    }

    @Test func aLostStartOverDoesNotMixUpSeries() {
        let door = Door()
        var encoder = MetricEncoder(maximumSeries: 1)
        door.take(protobuf: encoder.encode(Door.batch([.init("x", 0, 1)])))
        _ = encoder.encode(Door.batch([.init("y", 0, 2)]))
        let outcome = door.take(protobuf: encoder.encode(Door.batch([.init("y", 0, 3)])), sequence: 3)
        #expect(outcome.refusedMessage?.reason == .unknownSeries)
        #expect(door.rows == [.init("x", 0, 1)])
    }
}

extension SampleBatch {
    /// Awkward texts, times out of order, and doubles at the ends of what there is.
    static var odd: SampleBatch {
        let keys = [
            SeriesKey("plain"), SeriesKey("q", ["text": "\"\\\n\u{1}\u{7F}é😀"]),
            SeriesKey("many", ["a": "", "b": "x"]),
        ]
        let values = [
            0, -0.0, 1, 0.1, .pi, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -1e-7, 123_456_789_012_345_680,
            1e16,
        ]
        var batch = SampleBatch(series: keys)
        for (index, value) in values.enumerated() {
            let time = Door.arrival + .milliseconds((index * 7919) % 50_000 - 25_000)
            batch.append(UInt32(index % keys.count), time, value)
        }
        return batch
    }
}
