import Detection
import Samples

/// Splits samples over the shards of Detect by a stable hash of their series, and tells each shard what a number
/// stands for before it first uses it.
struct Router {
    /// By shard: what is to be sent next.
    private(set) var outgoing: [RoutedMessage]
    /// By number of the series: its shard.
    private var shardOfSeries: [UInt16] = []

    init(shards: Int) {
        outgoing = (0..<shards).map { _ in RoutedMessage() }
    }

    /// True where a sample or a change waits to be sent.
    var isLoaded: Bool {
        outgoing.contains { $0.samples.count > 0 || !$0.changes.isEmpty }
    }

    /// Takes a sample whose series `table` knows.
    mutating func route(series id: UInt32, time: Int64, step: Int64, value: Double, table: SeriesTable) {
        while shardOfSeries.count <= Int(id) {
            let next = UInt32(shardOfSeries.count)
            let key = table.keys[Int(next)]
            let shard = outgoing.count == 1 ? 0 : Int(key.stableHash % UInt64(outgoing.count))
            shardOfSeries.append(UInt16(shard))
            outgoing[shard].definitions.append(Definition(id: next, key: key))
        }
        outgoing[Int(shardOfSeries[Int(id)])].samples.append(series: id, time: time, step: step, value: value)
    }

    /// Takes a change, for every shard.
    mutating func route(_ change: SteppedChange) {
        for shard in outgoing.indices { outgoing[shard].changes.append(change) }
    }

    /// Empties what was sent to all shards, keeping memory.
    mutating func clear() {
        for shard in outgoing.indices {
            outgoing[shard].definitions.removeAll(keepingCapacity: true)
            outgoing[shard].changes.removeAll(keepingCapacity: true)
            outgoing[shard].samples.removeAll()
        }
    }
}
