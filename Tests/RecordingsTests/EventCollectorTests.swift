import Samples
import Testing

@testable import Recordings

@Suite struct EventCollectorTests {
    private func collector(capacity: Int = 4, keepsOrigins: Bool = false) -> EventCollector {
        EventCollector(file: "f", batchCapacity: capacity, keepsOrigins: keepsOrigins)
    }

    @Test func fillsBatchesToTheirCapacity() {
        var events = collector(capacity: 2)
        let a = events.number(of: SeriesKey("a")) ?? -1
        for value in 0..<5 { events.append(a, Int64(value), Double(value)) }
        #expect(Reading.samples(events.take()).map(\.batch.values) == [[0, 1], [2, 3]])
        #expect(events.take().isEmpty)
        events.endBatch()
        #expect(Reading.samples(events.take()).map(\.batch.values) == [[4]])
        events.endBatch()
        #expect(events.take().isEmpty)
        #expect(events.counts.samples == 5)
    }

    @Test func theTableGrowsWithTheRecording() {
        var events = collector(capacity: 2)
        for name in ["a", "b", "a", "c"] {
            events.append(events.number(of: SeriesKey(name)) ?? -1, 1, 1)
        }
        let batches = Reading.samples(events.take()).map(\.batch)
        #expect(batches.map(\.series) == [["a", "b"], ["a", "b", "c"]].map { $0.map { SeriesKey($0) } })
        #expect(batches.map(\.seriesIndex) == [[0, 1], [0, 2]])
    }

    @Test func aTableThatIsFullIsBegunAnew() {
        var events = collector(capacity: BatchTable.limit * 2)
        let count = BatchTable.limit + 5
        for name in 0..<count { events.append(events.number(of: SeriesKey("\(name)")) ?? -1, 0, 1) }
        for name in [0, count - 1, 0] { events.append(events.number(of: SeriesKey("\(name)")) ?? -1, 1, 1) }
        events.endBatch()
        let batches = Reading.samples(events.take()).map(\.batch)
        #expect(batches.map(\.count) == [BatchTable.limit, 8])
        #expect(batches[1].series.map(\.name) == (BatchTable.limit..<count).map { "\($0)" } + ["0"])
        #expect(batches[1].seriesIndex == [0, 1, 2, 3, 4, 5, 4, 5])
        #expect(events.counts[.duplicate].count == 1)
    }

    @Test func whatIsNoSampleKeepsItsPlace() {
        var events = collector()
        let a = events.number(of: SeriesKey("a")) ?? -1
        events.append(a, 1, 1)
        events.bad(line: 2, "Bad.")
        events.append(a, 2, 2)
        events.tell(.stepClosed)
        events.bad(line: 3, "Worse.")
        #expect(Reading.told(events.take()) == ["a 1 1.0", "f:2: Bad.", "a 2 2.0", "close", "f:3: Worse."])
        #expect(events.counts.badLines == 2)
    }

    @Test func countsGapsDuplicatesAndStepsBack() {
        var events = collector()
        let (a, b) = (events.number(of: SeriesKey("a")) ?? -1, events.number(of: SeriesKey("b")) ?? -1)
        for (series, time, value) in [
            (a, 5, 1), (b, 4, 1), (a, 5, 2), (b, 5, .nan), (a, 3, 1), (a, 4, .infinity), (a, 4, 1),
        ]
            as [(Int, Int64, Double)]
        {
            events.append(series, time, value)
        }
        events.endBatch()
        let counts = events.counts
        #expect(counts.samples == 5)
        #expect(Oddity.allCases.map { counts[$0].count } == [0, 2, 0, 1, 1, 0, 0])
        #expect((counts + counts).samples == 10 && (counts + counts)[.empty].count == 4)
    }

    @Test func tellsWhereSomethingOddWasMetFirst() {
        var events = collector()
        let a = events.number(of: SeriesKey("a")) ?? -1
        for (row, time) in [0, 60, 120, 120, 60, 120, 180, 400, 460, 500, 560, 1000].enumerated() {
            "".lending { events.begin(row: row + 2, timestamp: $0) }
            events.append(a, Int64(time), 1)
        }
        events.bad(line: 99, "Bad.")
        events.bad(line: 100, "Bad.")
        let found = Oddity.allCases.map { events.counts[$0] }
        #expect(found.map(\.count) == [2, 0, 0, 1, 1, 2, 1])
        #expect(found.map(\.firstLine) == [99, nil, nil, 5, 6, 9, 11])
    }

    @Test func keepsThePlaceOfASampleWithoutAValueWhereRowsAreRepeated() {
        for keepsOrigins in [false, true] {
            var events = collector(keepsOrigins: keepsOrigins)
            let a = events.number(of: SeriesKey("a")) ?? -1
            for (row, value) in [1, .nan, 3].enumerated() {
                "\(row)".lending { events.begin(row: row, timestamp: $0) }
                events.append(a, Int64(row), value)
            }
            events.endBatch()
            #expect(events.counts.samples == 2)
            let batch = Reading.samples(events.take())[0].batch
            #expect(batch.times == (keepsOrigins ? [0, 1, 2] : [0, 2]))
            #expect(batch.values.map(\.isNaN) == (keepsOrigins ? [false, true, false] : [false, false]))
        }
    }

    @Test func aWholeBatchIsNeitherSplitNorJoined() {
        var events = collector(capacity: 2)
        let (a, b) = (events.number(of: SeriesKey("a")) ?? -1, events.number(of: SeriesKey("b")) ?? -1)
        var held = HeldSamples()
        for time in 0..<5 {
            held.append(
                time: Int64(time), text: UnsafeRawBufferPointer(start: nil, count: 0), row: 1, keepsOrigins: false)
            held.append(value: time == 3 ? .nan : Double(time))
        }
        events.append(a, 0, 9)
        events.appendWhole(held, of: [a, b, a, b, a], seriesCount: 2)
        events.append(a, 9, 9)
        events.endBatch()
        #expect(Reading.samples(events.take()).map(\.batch.values) == [[9], [0, 1, 2, 4], [9]])
        #expect(events.counts[.empty].count == 1)
    }

    @Test func originsFollowTheirSamplesOverBatches() {
        var events = collector(capacity: 2, keepsOrigins: true)
        let a = events.number(of: SeriesKey("a")) ?? -1
        for row in 1...2 {
            "time \(row)".lending { events.begin(row: row, timestamp: $0) }
            for _ in 0..<3 { events.append(a, 1, 1) }
        }
        events.endBatch()
        let origins = Reading.samples(events.take()).compactMap(\.origins)
        #expect(origins.map(\.rows) == [[1, 1], [1, 2], [2, 2]])
        let texts = origins.map { origins in
            (0..<origins.count).map { String(decoding: origins.timestamp(of: $0), as: UTF8.self) }
        }
        #expect(texts == [["time 1", "time 1"], ["time 1", "time 2"], ["time 2", "time 2"]])
    }

    @Test func nothingIsKeptOfRowsWithoutSamples() {
        var events = collector(keepsOrigins: true)
        let a = events.number(of: SeriesKey("a")) ?? -1
        for row in 1...1000 {
            "time \(row)".lending { events.begin(row: row, timestamp: $0) }
            if row % 400 == 0 { events.append(a, Int64(row), 1) }
        }
        events.endBatch()
        var expected = SampleOrigins()
        for row in [400, 800, 1000] {
            "time \(row)".lending { expected.begin(row: row, timestamp: $0) }
            if row < 1000 { expected.append() }
        }
        #expect(Reading.samples(events.take()).map(\.origins) == [expected])
    }

    @Test func aCompactedBatchHasOnlyTheSeriesThatOccur() {
        var batch = SampleBatch(series: ["a", "b", "c", "d"].map { SeriesKey($0) })
        for (index, value) in [(3, 1.0), (1, 2), (3, 3)] { batch.append(UInt32(index), EventTime(seconds: 1), value) }
        let compact = RecordedSamples(batch: batch).compacted()
        #expect(compact.series.map(\.name) == ["d", "b"])
        #expect(compact.seriesIndex == [0, 1, 0])
        #expect(compact.values == [1, 2, 3])
        #expect(compact.times == batch.times)
    }
}
