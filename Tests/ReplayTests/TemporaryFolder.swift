import Foundation
import Recordings

/// A folder of a test's own.
struct TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "andon-replay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    var path: String { url.path }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    func read(_ name: String) throws -> String {
        try String(contentsOf: url.appending(path: name), encoding: .utf8)
    }

    /// The lines of a file without the last line feed.
    func lines(_ name: String) throws -> [String] {
        try read(name).split(separator: "\n").map(String.init)
    }

    func remove() throws { try FileManager.default.removeItem(at: url) }

    /// What the command line would make of the folder.
    func files() throws -> [RecordingFile] { try RecordingInputs([path]).files }
}
