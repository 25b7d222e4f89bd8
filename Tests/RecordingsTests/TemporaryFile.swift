import Foundation

/// A file of the test's own making, removed at the end of the test.
final class TemporaryFile {
    private let url: URL

    convenience init(_ text: String) throws {
        try self.init(Array(text.utf8))
    }

    init(_ bytes: [UInt8], ending: String = "csv") throws {
        url = FileManager.default.temporaryDirectory.appending(path: "andon-recording-\(UUID().uuidString).\(ending)")
        try Data(bytes).write(to: url)
    }

    deinit {
        do { try FileManager.default.removeItem(at: url) } catch { print("File left behind: \(error)") }
    }

    var path: String { url.path }
}
