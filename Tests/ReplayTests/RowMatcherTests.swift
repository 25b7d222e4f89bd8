import Detection
import Recordings
import Samples
import Stages
import Testing

@testable import Replay

@Suite struct RowMatcherTests {
    private static let keys = [SeriesKey("a"), SeriesKey("b")]

    /// Rows of the two series, all first met here.
    private static func rows(_ samples: [(series: UInt32, time: Int64, value: Double)], message: UInt64 = 1) -> RowBatch
    {
        var batch = RowBatch(file: 0)
        batch.message = message
        batch.newSeries = keys
        batch.numbers = [0, 1]
        batch.rows = 0..<samples.count
        var read = SampleBatch(series: keys)
        for sample in samples {
            read.append(sample.series, EventTime(milliseconds: sample.time), sample.value)
        }
        batch.recorded = RecordedSamples(batch: read)
        return batch
    }

    /// What a shard says; it numbers the series the other way round.
    private static func said(
        _ samples: [(series: UInt32, time: Int64, value: Double)], by shard: UInt32 = 0, isFirst: Bool = true,
        taken: UInt64 = 0
    ) -> ScoredMessage {
        var message = ScoredMessage()
        message.head.sender = shard
        message.head.taken = taken
        if isFirst { message.definitions = [Definition(id: 0, key: keys[1]), Definition(id: 1, key: keys[0])] }
        for sample in samples {
            message.samples.append(series: 1 - sample.series, time: sample.time, step: 0, value: sample.value)
            message.scores.judged.append(Float(sample.value))
            message.scores.expected.append(Float(sample.value))
            message.scores.lower.append(0)
            message.scores.upper.append(1)
            message.scores.scores.append(0.5)
            message.scores.outcomes.append(.scored)
        }
        return message
    }

    private static func ready(_ matcher: inout RowMatcher) -> [[JudgedRow]] {
        var all: [[JudgedRow]] = []
        matcher.takeReady { all.append($1) }
        return all
    }

    @Test func rowsComeInTheirOwnOrderHoweverShardsSpeak() {
        var matcher = RowMatcher(shards: 1)
        matcher.add([Self.rows([(0, 1, 10), (1, 1, 20), (0, 2, 30)])])
        #expect(Self.ready(&matcher).isEmpty)
        matcher.add(Self.said([(1, 1, 20)]))
        #expect(Self.ready(&matcher).isEmpty)
        matcher.add(Self.said([(0, 1, 10), (0, 2, 30)], isFirst: false))
        let rows = Self.ready(&matcher)
        #expect(rows.map { $0.map(\.expected) } == [[10, 20, 30]])
    }

    @Test func aRefusedSampleHasARowWithoutAScore() {
        var matcher = RowMatcher(shards: 1)
        matcher.add([Self.rows([(0, 1, 10), (0, 2, 11), (0, 3, 12)])])
        matcher.add(Self.said([(0, 1, 10), (0, 3, 12)]))
        let rows = Self.ready(&matcher)
        #expect(rows.first?.map(\.score) == [0.5, 0, 0.5])
        #expect(rows.first?.map(\.value) == [10, 11, 12])
    }

    @Test func aRowWithoutAValueWasNotSent() {
        var matcher = RowMatcher(shards: 1)
        matcher.add([Self.rows([(0, 1, 10), (0, 1, .nan), (0, 2, 10)])])
        matcher.add(Self.said([(0, 1, 10), (0, 2, 10)]))
        let rows = Self.ready(&matcher)
        #expect(rows.first?.map(\.score) == [0.5, 0, 0.5])
        #expect(rows.first?[1].value.isNaN == true)
    }

    @Test func whatNoShardWillSpeakOfWasRefused() {
        var matcher = RowMatcher(shards: 2)
        matcher.add([Self.rows([(0, 1, 10), (1, 1, 20)], message: 7)])
        matcher.add(Self.said([(0, 1, 10)], taken: 7))
        matcher.add(Self.said([], by: 1, isFirst: false, taken: 6))
        #expect(Self.ready(&matcher).isEmpty)
        matcher.add(Self.said([], by: 1, isFirst: false, taken: 7))
        #expect(Self.ready(&matcher).first?.map(\.score) == [0.5, 0])
    }

    @Test func whatIsMissingAtTheEndWasRefused() {
        var matcher = RowMatcher(shards: 1)
        matcher.add([Self.rows([(0, 1, 10), (1, 1, 20)])])
        var last = Self.said([(0, 1, 10)])
        last.head.isEnd = true
        matcher.add(last)
        #expect(Self.ready(&matcher).first?.map(\.score) == [0.5, 0])
    }

    /// However much the other shards have said meanwhile.
    @Test func whatIsOnlyLateIsWaitedFor() {
        let shards: UInt32 = 16
        var matcher = RowMatcher(shards: Int(shards))
        matcher.add([Self.rows([(0, 1, 10), (1, 1, 20)])])
        var many = RowBatch(file: 0)
        many.message = 2
        many.numbers = [0, 1]
        many.rows = 0..<5_000_000
        var read = SampleBatch(series: Self.keys)
        read.seriesIndex = [UInt32](repeating: 1, count: many.rows.count)
        read.times = [Int64](repeating: 2, count: many.rows.count)
        read.values = [Double](repeating: 1, count: many.rows.count)
        many.recorded = RecordedSamples(batch: read)
        matcher.add([many])
        for shard in 1..<shards {
            matcher.add(Self.said(shard == 1 ? [(1, 1, 20)] : [], by: shard, isFirst: shard == 1, taken: 2))
        }
        #expect(Self.ready(&matcher).isEmpty)
        matcher.add(Self.said([(0, 1, 10)], isFirst: false, taken: 1))
        #expect(Self.ready(&matcher).map { $0.map(\.score) } == [[0.5, 0.5]])
    }
}
