import Samples
import WireFormat

/// A file of every message about anomalies, one a line, as the bus would have carried them.
///
/// Belongs to one actor, as the file in it.
final class AnomalyFile {
    private let file: OutputFile

    /// Begins the file anew.
    ///
    /// - Throws: ``ReplayError/write(path:reason:)``.
    init(path: String) throws(ReplayError) {
        file = try OutputFile(path: path)
    }

    /// Adds a message.
    func append(_ anomaly: Anomaly, service: String?) throws(ReplayError) {
        try file.append(AnomalyJSON.encode(anomaly, source: "andon/replay", service: service) + [0x0A])
    }

    /// Writes what is left.
    func flush() throws(ReplayError) { try file.flush() }
}
