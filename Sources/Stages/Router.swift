import Detection
import Messaging
import Samples

/// Splits samples over the shards of Detect by a stable hash of their series, and tells each shard what a number
/// stands for before it first uses it.
struct Router {
    /// By shard: what is to be sent next.
    private(set) var outgoing: [RoutedMessage]
    /// By number of the series: its shard.
    private var shardOfSeries: [UInt16] = []
    /// By shard: about how many bytes its next message has.
    private var bytes: [Int]
    /// True where a shard's next message is large enough to be sent at once.
    private(set) var isFull = false

    /// A message of this size costs next to nothing on its way, and as many as a link holds still fit in memory.
    static let fullBytes = 1 << 20
    private static let sampleBytes = 28

    init(shards: Int) {
        outgoing = (0..<shards).map { _ in RoutedMessage() }
        bytes = [Int](repeating: 0, count: shards)
    }

    /// True where a sample, a change or feedback waits to be sent.
    var isLoaded: Bool {
        outgoing.contains { $0.samples.count > 0 || !$0.changes.isEmpty || !$0.feedback.isEmpty }
    }

    /// Samples that wait to be sent.
    var sampleCount: Int { outgoing.reduce(0) { $0 + $1.samples.count } }

    /// Takes a sample whose series `table` knows.
    mutating func route(series id: UInt32, time: Int64, step: Int64, value: Double, table: SeriesTable) {
        while shardOfSeries.count <= Int(id) {
            let next = UInt32(shardOfSeries.count)
            let key = table.keys[Int(next)]
            let shard = key.shard(among: outgoing.count)
            shardOfSeries.append(UInt16(shard))
            outgoing[shard].definitions.append(Definition(id: next, key: key))
            grow(shard, by: key.name.utf8.count + key.labels.byteCount)
        }
        let shard = Int(shardOfSeries[Int(id)])
        outgoing[shard].samples.append(series: id, time: time, step: step, value: value)
        grow(shard, by: Self.sampleBytes)
    }

    /// True where something waits to be sent that a change would be taken before: samples or feedback.
    var isJudged: Bool { outgoing.contains { $0.samples.count > 0 || !$0.feedback.isEmpty } }

    /// Takes a change, for every shard; what is routed after it must not be in the same message before it.
    mutating func route(_ change: SteppedChange) {
        precondition(!isJudged, "A change is taken before the feedback and the samples of its message.")
        let size = change.change.what.utf8.count + change.change.labels.byteCount
        for shard in outgoing.indices {
            outgoing[shard].changes.append(change)
            grow(shard, by: size)
        }
    }

    /// Takes feedback, for every shard; what is routed after it must not be in the same message before it.
    mutating func route(_ feedback: SteppedFeedback) {
        precondition(sampleCount == 0, "Feedback is taken before the samples of its message.")
        for shard in outgoing.indices { outgoing[shard].feedback.append(feedback) }
    }

    /// Takes jumps of the step, for every shard.
    mutating func note(_ jumps: [StepJump]) {
        guard !jumps.isEmpty else { return }
        for shard in outgoing.indices { outgoing[shard].jumps += jumps }
    }

    /// The next message to a shard.
    mutating func message(to shard: Int, head: MessageHead) -> Message {
        outgoing[shard].head = head
        return outgoing[shard].encoded()
    }

    /// Empties what was sent to a shard, keeping memory.
    mutating func clear(_ shard: Int) {
        outgoing[shard].definitions.removeAll(keepingCapacity: true)
        outgoing[shard].changes.removeAll(keepingCapacity: true)
        outgoing[shard].feedback.removeAll(keepingCapacity: true)
        outgoing[shard].jumps.removeAll(keepingCapacity: true)
        outgoing[shard].samples.removeAll()
        bytes[shard] = 0
        isFull = false
    }

    private mutating func grow(_ shard: Int, by count: Int) {
        bytes[shard] += count
        if bytes[shard] >= Self.fullBytes { isFull = true }
    }
}

extension Labels {
    fileprivate var byteCount: Int { pairs.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count } }
}
