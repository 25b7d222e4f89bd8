import Foundation
import Settings
import Testing

/// What several suites need.
enum Fixtures {
    /// The top of the work tree.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The path of a file of the work tree.
    static func path(_ name: String) -> String { root.appending(path: name).path }

    /// Settings from a text that names no files.
    static func settings(_ yaml: String, files: [String: String] = [:]) throws(InvalidSettings) -> AndonSettings {
        try AndonSettings.parse(yaml: yaml, file: "config/andon.yaml") { path in
            files[path].map { .text($0) } ?? .unreadable("no such file")
        }
    }

    /// The lines that a person would read; none where the text is good.
    static func problems(_ yaml: String, files: [String: String] = [:]) -> [String] {
        do throws(InvalidSettings) {
            _ = try settings(yaml, files: files)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    /// Runs the body with a directory of its own, which is gone afterwards.
    static func withDirectory(_ body: (URL) throws -> Void) throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "andon-settings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: directory) } }
        try body(directory)
    }

    /// Writes a file, with its directories.
    static func write(_ text: String, to file: URL) throws {
        let directory = file.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}

extension Fixtures {
    /// Loading the file fails with this one sentence.
    static func expectProblem(_ sentence: String, at path: String) {
        #expect(throws: InvalidSettings.self) {
            do throws(InvalidSettings) {
                _ = try AndonSettings.load(path: path)
            } catch {
                #expect(error.description == "\(path): \(sentence)")
                throw error
            }
        }
    }
}
