import Synchronization

/// How far a replay is; read by whoever draws it while the replay goes on.
package final class ReplayProgress: Sendable {
    private let progress = Atomic<Int>(0)
    private let points = Atomic<Int>(0)
    private let current = Mutex("")

    /// What there is in all, where that is known: bytes of files, milliseconds of a range of time.
    package let total: Int?

    /// Nothing has been read.
    package init(total: Int?) {
        self.total = total
    }

    /// Samples read so far.
    package var samples: Int { points.load(ordering: .relaxed) }
    /// What of it is done.
    package var done: Int { progress.load(ordering: .relaxed) }
    /// What is done, in 0 ... 1; `nil` where nobody knows how much there is.
    package var share: Double? {
        total.map { $0 > 0 ? min(1, Double(done) / Double($0)) : 1 }
    }
    /// The file that is being read.
    package var file: String { current.withLock { $0 } }

    func begin(_ file: String) { current.withLock { $0 = file } }

    func note(samples: Int, done: Int) {
        points.add(samples, ordering: .relaxed)
        progress.store(done, ordering: .relaxed)
    }
}
