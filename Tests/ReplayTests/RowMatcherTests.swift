import Detection
import Samples
import Stages
import Testing

@testable import Replay

@Suite struct RowMatcherTests {
    private static let keys = [SeriesKey("a"), SeriesKey("b")]

    /// Rows of the two series, all first met here.
    private static func rows(_ samples: [(series: UInt32, time: Int64, value: Double)]) -> RowBatch {
        var batch = RowBatch(file: 0)
        batch.newSeries = keys
        batch.series = [0, 1]
        batch.samples = SampleBatch(series: keys)
        for sample in samples {
            batch.samples.append(sample.series, EventTime(milliseconds: sample.time), sample.value)
        }
        return batch
    }

    /// What a shard says; it numbers the series the other way round.
    private static func said(_ samples: [(series: UInt32, time: Int64, value: Double)], isFirst: Bool = true)
        -> ScoredMessage
    {
        var message = ScoredMessage()
        if isFirst { message.definitions = [Definition(id: 0, key: keys[1]), Definition(id: 1, key: keys[0])] }
        for sample in samples {
            message.samples.append(series: 1 - sample.series, time: sample.time, step: 0, value: sample.value)
            message.scores.expected.append(Float(sample.value))
            message.scores.lower.append(0)
            message.scores.upper.append(1)
            message.scores.scores.append(0.5)
            message.scores.outcomes.append(.scored)
        }
        return message
    }

    private static func ready(_ matcher: inout RowMatcher, isEnd: Bool = false) -> [[JudgedRow]] {
        var all: [[JudgedRow]] = []
        matcher.takeReady(isEnd: isEnd) { all.append($1) }
        return all
    }

    @Test func rowsComeInTheirOwnOrderHoweverShardsSpeak() {
        var matcher = RowMatcher()
        matcher.add([Self.rows([(0, 1, 10), (1, 1, 20), (0, 2, 30)])])
        #expect(Self.ready(&matcher).isEmpty)
        matcher.add(Self.said([(1, 1, 20)]))
        #expect(Self.ready(&matcher).isEmpty)
        matcher.add(Self.said([(0, 1, 10), (0, 2, 30)], isFirst: false))
        let rows = Self.ready(&matcher)
        #expect(rows.map { $0.map(\.expected) } == [[10, 20, 30]])
    }

    @Test func aRefusedSampleHasARowWithoutAScore() {
        var matcher = RowMatcher()
        matcher.add([Self.rows([(0, 1, 10), (0, 2, 11), (0, 3, 12)])])
        matcher.add(Self.said([(0, 1, 10), (0, 3, 12)]))
        let rows = Self.ready(&matcher)
        #expect(rows.first?.map(\.score) == [0.5, 0, 0.5])
        #expect(rows.first?.map(\.value) == [10, 11, 12])
    }

    @Test func whatIsMissingAtTheEndWasRefused() {
        var matcher = RowMatcher()
        matcher.add([Self.rows([(0, 1, 10), (1, 1, 20)])])
        matcher.add(Self.said([(0, 1, 10)]))
        #expect(Self.ready(&matcher).isEmpty)
        #expect(Self.ready(&matcher, isEnd: true).first?.map(\.score) == [0.5, 0])
    }
}
