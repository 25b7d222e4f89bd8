import Recordings

/// How many files are read at the same time, and how much is held of each.
struct ReadingLimits {
    /// Files that are open at the same time at most: half of the descriptors that a process has by default.
    static let openFiles = 500
    /// So many files hold as much as one alone does; of more files each holds less.
    private static let filesInFull = 8
    /// Less than this is not worth a call of the system.
    private static let leastChunkBytes = 16 << 10
    private static let leastBatch = 512

    /// The largest piece that is read of a file at once.
    let chunkBytes: Int
    /// Samples that are read of a file at once.
    let batchCapacity: Int

    /// - Parameters:
    ///   - files: How many there are.
    ///   - batchCapacity: Samples that are read of one file alone at once.
    init(files: Int, batchCapacity: Int) {
        let share = max(1, min(files, Self.openFiles) / Self.filesInFull)
        chunkBytes = max(Self.leastChunkBytes, ByteSource.chunkBytes / share)
        self.batchCapacity = max(min(Self.leastBatch, batchCapacity), batchCapacity / share)
    }
}
