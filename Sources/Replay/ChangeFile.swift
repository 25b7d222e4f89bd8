import Foundation
package import Samples
import WireFormat

/// A file of changes, JSON lines as on the bus, for history that was recorded without them.
package struct ChangeFile: Sendable {
    /// By time; of one time in the order of the file.
    package let changes: [Change]

    /// Reads a file. Each change needs its `time`, for it comes in at that time.
    ///
    /// - Throws: ``ReplayError/changes(path:sentence:)``.
    package init(path: String) throws(ReplayError) {
        let content: Data
        do { content = try Data(contentsOf: URL(filePath: path)) } catch {
            throw .changes(path: path, sentence: error.localizedDescription)
        }
        var changes: [Change] = []
        for (index, line) in content.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            switch line.withUnsafeBytes({ ChangeJSON.decode($0) }) {
            case .success(let change): changes.append(change)
            case .failure(let refusal):
                throw .changes(path: path, sentence: "line \(index + 1): \(refusal.sentence)")
            }
        }
        guard !changes.isEmpty else { throw .changes(path: path, sentence: "there is no change in it.") }
        let order = changes.indices.sorted { (changes[$0].time, $0) < (changes[$1].time, $1) }
        self.changes = order.map { changes[$0] }
    }
}
