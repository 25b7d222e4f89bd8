import Synchronization

/// Hands rows from the source to the collector.
///
/// It holds no more than is under way between the two, because the source waits at the door of the stages: that is its bound.
final class RowQueue: Sendable {
    private let waiting = Mutex<[RowBatch]>([])

    /// Adds rows whose samples are about to be sent.
    func append(_ batches: [RowBatch]) {
        waiting.withLock { $0 += batches }
    }

    /// Takes all there are, in order.
    func takeAll() -> [RowBatch] {
        waiting.withLock { all in
            defer { all.removeAll(keepingCapacity: true) }
            return all
        }
    }
}
