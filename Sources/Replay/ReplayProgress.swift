import Synchronization

/// How far a replay is; read by whoever draws it while the replay goes on.
package final class ReplayProgress: Sendable {
    private let bytes = Atomic<Int>(0)
    private let points = Atomic<Int>(0)
    private let current = Mutex("")

    /// Bytes of all inputs together, where that is known.
    package let totalBytes: Int?

    /// Nothing has been read.
    package init(totalBytes: Int?) {
        self.totalBytes = totalBytes
    }

    /// Samples read so far.
    package var samples: Int { points.load(ordering: .relaxed) }
    /// Bytes read so far.
    package var bytesRead: Int { bytes.load(ordering: .relaxed) }
    /// What is done, in 0 ... 1; `nil` where nobody knows how much there is.
    package var share: Double? {
        totalBytes.map { $0 > 0 ? min(1, Double(bytesRead) / Double($0)) : 1 }
    }
    /// The file that is being read.
    package var file: String { current.withLock { $0 } }

    func begin(_ file: String) { current.withLock { $0 = file } }

    func note(samples: Int, bytesRead: Int) {
        points.add(samples, ordering: .relaxed)
        bytes.store(bytesRead, ordering: .relaxed)
    }
}
