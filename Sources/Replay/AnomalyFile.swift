import Foundation
import Samples
import WireFormat

/// A file of every message about anomalies, one a line, as the bus would have carried them.
///
/// Belongs to one actor, like the handle in it.
final class AnomalyFile {
    private let path: String
    private let handle: FileHandle

    /// Begins the file anew.
    ///
    /// - Throws: ``ReplayError/write(path:reason:)``.
    init(path: String) throws(ReplayError) {
        self.path = path
        do {
            try Data().write(to: URL(filePath: path))
            handle = try FileHandle(forWritingTo: URL(filePath: path))
        } catch {
            throw .write(path: path, reason: error.localizedDescription)
        }
    }

    /// Adds a message.
    func append(_ anomaly: Anomaly, service: String?) throws(ReplayError) {
        do {
            try handle.write(contentsOf: AnomalyJSON.encode(anomaly, source: "andon/replay", service: service) + [0x0A])
        } catch {
            throw .write(path: path, reason: error.localizedDescription)
        }
    }

    /// Ends the file.
    func close() throws(ReplayError) {
        do { try handle.close() } catch { throw .write(path: path, reason: error.localizedDescription) }
    }
}
