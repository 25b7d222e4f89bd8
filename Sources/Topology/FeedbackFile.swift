import Foundation
import Samples
import WireFormat

/// The file in which feedback outlives a stop: one record a line, the newest last.
struct FeedbackFile: Sendable {
    /// What a file says.
    struct Content: Sendable {
        /// The rules that hold.
        var rules = FeedbackRules()
        /// What could not be read, a sentence each.
        var problems: [String] = []
    }

    let path: String

    /// Reads it; a file that is not there has no rules.
    ///
    /// - Parameter now: rules that ended before are left out.
    func read(at now: EventTime) -> Content {
        var content = Content()
        guard FileManager.default.fileExists(atPath: path) else { return content }
        do {
            let lines = try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n"))
            for (index, line) in lines.enumerated() {
                switch line.withUnsafeBytes({ FeedbackRecordJSON.decode($0, arrival: now) }) {
                case .success(let record): content.rules.follow(record)
                case .failure(let refusal): content.problems.append("\(path), record \(index + 1): \(refusal.sentence)")
                }
            }
            content.rules.removeExpired(at: now)
        } catch {
            content.problems.append("\(path) cannot be read: \(error.localizedDescription)")
        }
        return content
    }

    /// Adds a record, on a line of its own also where the last one was not written to its end.
    func append(_ record: [UInt8]) throws {
        if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(filePath: path)) }
        let file = try FileHandle(forUpdating: URL(filePath: path))
        var line = record + [UInt8(ascii: "\n")]
        let end = try file.seekToEnd()
        if end > 0 {
            try file.seek(toOffset: end - 1)
            if try file.read(upToCount: 1) != Data([UInt8(ascii: "\n")]) { line.insert(UInt8(ascii: "\n"), at: 0) }
        }
        try file.write(contentsOf: line)
        try file.synchronize()
        try file.close()
    }
}
