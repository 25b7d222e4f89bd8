import Foundation

/// A folder of the test's own making, removed at the end of the test.
final class TemporaryFolder {
    private let url: URL

    init(_ files: [String: String] = [:]) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "andon-recordings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (name, text) in files { try write(Array(text.utf8), to: name) }
    }

    deinit {
        do { try FileManager.default.removeItem(at: url) } catch { print("Folder left behind: \(error)") }
    }

    var path: String { url.path }

    func path(of name: String) -> String { url.appending(path: name).path }

    func write(_ bytes: [UInt8], to name: String) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func link(_ name: String, to destination: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path(of: name), withDestinationPath: destination)
    }
}
