package import Evaluation
import Foundation
import Samples

/// Labels: when something was wrong, by file: `{"<relative path>": [["start", "end"], …]}`, both ends inclusive, times as in
/// recordings.
///
/// A window may also be `{"start": …, "end": …}` with whatever else, and a file's value `{"windows": […]}`.
package struct LabelFile: Sendable {
    /// By path as the file writes it, windows ascending.
    package let windows: [String: [LabelWindow]]

    /// Reads a file.
    ///
    /// - Throws: ``ReplayError/labels(path:sentence:)``.
    package init(path: String) throws(ReplayError) {
        let data: Data
        let document: Any
        do {
            data = try Data(contentsOf: URL(filePath: path))
            document = try JSONSerialization.jsonObject(with: data)
        } catch {
            throw .labels(path: path, sentence: error.localizedDescription)
        }
        guard let files = document as? [String: Any] else {
            throw .labels(path: path, sentence: #"It must be an object {"<relative path>": [["start", "end"], …]}."#)
        }
        var windows: [String: [LabelWindow]] = [:]
        for (file, value) in files {
            let list = (value as? [String: Any])?["windows"] ?? value
            guard let list = list as? [Any] else {
                throw .labels(path: path, sentence: "The windows of “\(file)” are no list.")
            }
            windows[file] = try list.enumerated().map { number, window throws(ReplayError) in
                guard let window = Self.window(window) else {
                    throw .labels(
                        path: path,
                        sentence: "Window \(number + 1) of “\(file)” is no [start, end] of two times in order.")
                }
                return window
            }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        }
        self.windows = windows
    }

    /// The windows of a replayed file: of the longest path that is the file's own or its end; `nil` where there is none.
    package func windows(of relativePath: String) -> [LabelWindow]? {
        let names = windows.keys.filter { relativePath == $0 || relativePath.hasSuffix("/" + $0) }
        return names.max { $0.utf8.count < $1.utf8.count }.flatMap { windows[$0] }
    }

    /// Paths that no replayed file has, sorted.
    package func unused(by relativePaths: [String]) -> [String] {
        windows.keys.filter { name in !relativePaths.contains { $0 == name || $0.hasSuffix("/" + name) } }.sorted()
    }

    private static func window(_ value: Any) -> LabelWindow? {
        var ends = value as? [Any] ?? []
        if let object = value as? [String: Any] { ends = [object["start"], object["end"]].compactMap { $0 } }
        guard ends.count == 2, let start = time(ends[0]), let end = time(ends[1]), start <= end else { return nil }
        return LabelWindow(start: start, end: end)
    }

    private static func time(_ value: Any) -> EventTime? {
        if let text = value as? String { return EventTime(iso8601: text) }
        guard let number = value as? Double, number.magnitude < 1e14 else { return nil }
        return EventTime(milliseconds: Int64(number.magnitude >= 1e11 ? number : number * 1000))
    }
}
