import Detection
import Messaging
import Samples
import Testing

@testable import Stages

@Suite struct RouterTests {
    private static let keys = (0..<50).map { SeriesKey("series", ["n": "\($0)"]) }

    private static var table: SeriesTable {
        var table = SeriesTable(limit: 1000)
        for key in keys { _ = table.intern(key) }
        return table
    }

    /// What each shard got, after sending every `cut` samples.
    private func routed(shards: Int, cut: Int) throws -> [[RoutedMessage]] {
        var router = Router(shards: shards)
        var sent = [[RoutedMessage]](repeating: [], count: shards)
        var random = SeededGenerator(seed: 9)
        for row in 0..<600 {
            let id = UInt32.random(in: 0..<50, using: &random)
            router.route(series: id, time: Int64(row), step: Int64(row), value: Double(row), table: Self.table)
            guard row % cut == cut - 1 else { continue }
            for shard in 0..<shards {
                let message = router.message(to: shard, head: MessageHead())
                sent[shard].append(try #require(RoutedMessage(decoding: message)))
                router.clear(shard)
            }
            #expect(!router.isLoaded)
        }
        return sent
    }

    @Test(arguments: [1, 2, 3, 7], [1, 60, 600])
    func everySampleGoesToTheShardOfItsSeries(shards: Int, cut: Int) throws {
        let sent = try routed(shards: shards, cut: cut)
        var values: [Double] = []
        for shard in 0..<shards {
            for message in sent[shard] {
                for series in message.samples.series {
                    #expect(Int(Self.keys[Int(series)].stableHash % UInt64(shards)) == shard)
                }
                values += message.samples.values
            }
            #expect(sent[shard].flatMap(\.samples.steps) == sent[shard].flatMap(\.samples.steps).sorted())
        }
        #expect(values.sorted() == (0..<600).map(Double.init))
    }

    @Test(arguments: [1, 3], [1, 60])
    func aSeriesIsDefinedOnceBeforeItsFirstSample(shards: Int, cut: Int) throws {
        for messages in try routed(shards: shards, cut: cut) {
            var defined: Set<UInt32> = []
            for message in messages {
                for definition in message.definitions {
                    #expect(defined.insert(definition.id).inserted)
                    #expect(definition.key == Self.keys[Int(definition.id)])
                }
                #expect(message.samples.series.allSatisfy(defined.contains))
            }
        }
    }

    @Test func everyShardGetsEveryChange() throws {
        var router = Router(shards: 3)
        for change in Example.changes { router.route(change) }
        #expect(router.isLoaded)
        for shard in 0..<3 {
            let message = router.message(to: shard, head: MessageHead())
            #expect(RoutedMessage(decoding: message)?.changes == Example.changes)
        }
    }

    @Test func isFullAtAMegabyte() {
        var router = Router(shards: 2)
        var count = 0
        while !router.isFull {
            router.route(series: 0, time: 0, step: 0, value: 0, table: Self.table)
            count += 1
        }
        #expect((37_000...37_500).contains(count))
        for shard in 0..<2 { router.clear(shard) }
        #expect(!router.isFull && !router.isLoaded)
        router.route(
            SteppedChange(
                step: 0, change: Change(id: "", time: Example.now, what: String(repeating: "x", count: 1 << 20))))
        #expect(router.isFull)
    }
}
