import Foundation

/// A file that is written in large pieces.
///
/// Belongs to one actor, like the handle in it.
final class OutputFile {
    private let path: String
    private let handle: FileHandle
    private var buffer: [UInt8] = []

    /// So many bytes wait before they are written.
    private static let flushBytes = 1 << 18

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
            handle = try FileHandle(forWritingTo: url)
        } catch {
            throw .write(path: path, reason: error.localizedDescription)
        }
    }

    /// Adds bytes.
    func append(_ bytes: some Sequence<UInt8>) throws(ReplayError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.flushBytes { try flush() }
    }

    /// Writes what is left, and ends the file.
    func close() throws(ReplayError) {
        try flush()
        do { try handle.close() } catch { throw .write(path: path, reason: error.localizedDescription) }
    }

    private func flush() throws(ReplayError) {
        do { try handle.write(contentsOf: buffer) } catch {
            throw .write(path: path, reason: error.localizedDescription)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
