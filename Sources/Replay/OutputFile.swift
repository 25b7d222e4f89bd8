import Foundation

/// A file that is written in large pieces.
///
/// It is open only while it is written to: as many may be begun as there are inputs. Belongs to one actor.
final class OutputFile {
    private let path: String
    private var buffer: [UInt8] = []

    /// For each input that is read at the same time.
    private static let flushBytes = 1 << 16

    /// Begins the file anew, and makes the folders that it lies in.
    ///
    /// - Throws: ``ReplayError/write(path:reason:)``.
    init(path: String) throws(ReplayError) {
        self.path = path
        do {
            let url = URL(filePath: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data().write(to: url)
        } catch {
            throw .write(path: path, reason: error.localizedDescription)
        }
    }

    /// Adds bytes.
    func append(_ bytes: some Sequence<UInt8>) throws(ReplayError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.flushBytes { try flush() }
    }

    /// Writes what is left.
    func flush() throws(ReplayError) {
        do {
            let handle = try FileHandle(forWritingTo: URL(filePath: path))
            try handle.seekToEnd()
            try handle.write(contentsOf: buffer)
            try handle.close()
        } catch {
            throw .write(path: path, reason: error.localizedDescription)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
