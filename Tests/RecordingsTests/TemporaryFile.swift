import Foundation

/// A file of the test's own making, removed at the end of the test.
final class TemporaryFile {
    private let url: URL

    init(_ text: String) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "andon-recording-\(UUID().uuidString).csv")
        try Data(text.utf8).write(to: url)
    }

    deinit {
        do { try FileManager.default.removeItem(at: url) } catch { print("File left behind: \(error)") }
    }

    var path: String { url.path }
}
