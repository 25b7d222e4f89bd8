package import Evaluation
import Foundation
package import Recordings
import Samples

/// Labels: when something was wrong, by file: `{"<path>": [["start", "end"], …]}`, both ends inclusive, times as in
/// recordings.
///
/// A window may also be `{"start": …, "end": …}` with whatever else, and a file's value
/// `{"evaluate_from": time, "windows": […]}`. That alone is a document too, for a history of one file.
package struct LabelFile: Sendable {
    /// Where it was read.
    package let path: String
    /// By path as the file writes it.
    package let files: [String: FileLabels]
    /// Of a document that names no path: what it says of the only input.
    package let ofOnlyFile: FileLabels?

    /// Reads a file.
    ///
    /// - Throws: ``ReplayError/labels(path:sentence:)``.
    package init(path: String) throws(ReplayError) {
        self.path = path
        let document = try Self.document(path)
        do throws(LabelProblem) {
            guard let object = document as? [String: Any] else {
                throw LabelProblem(sentence: #"It must be an object {"<path>": [["start", "end"], …]}."#)
            }
            guard let windows = object["windows"] else {
                files = try Self.files(object, from: nil)
                ofOnlyFile = nil
                return
            }
            let from = try Self.evaluateFrom(object, of: "the document")
            if let byPath = windows as? [String: Any] {
                files = try Self.files(byPath, from: from)
                ofOnlyFile = nil
            } else {
                files = [:]
                ofOnlyFile = try Self.labels(windows, from: from, of: "the document")
            }
        } catch {
            throw .labels(path: path, sentence: error.sentence)
        }
    }

    /// What is said of an input: under the longest path that is the input's own, or its end; `nil` where nothing is.
    ///
    /// Both the path as it was given and the one below its folder are looked at.
    package func labels(of file: RecordingFile) -> FileLabels? {
        if let ofOnlyFile { return ofOnlyFile }
        let names = files.keys.filter { Self.name($0, fits: file) }
        return names.max { $0.utf8.count < $1.utf8.count }.flatMap { files[$0] }
    }

    /// Looks whether the labels go with some inputs; returns the paths that no input has, sorted.
    ///
    /// - Throws: ``ReplayError/labels(path:sentence:)`` where not one of them does.
    package func unused(by inputs: [RecordingFile]) throws(ReplayError) -> [String] {
        if ofOnlyFile != nil {
            guard inputs.count == 1 else {
                throw .labels(
                    path: path, sentence: "It names no file, so it goes with one input, and there are \(inputs.count).")
            }
            return []
        }
        let unused = files.keys.filter { name in !inputs.contains { Self.name(name, fits: $0) } }.sorted()
        if let name = unused.first, unused.count == files.count, let input = inputs.first {
            throw .labels(
                path: path,
                sentence: "None of its paths is one of the inputs: it says “\(name)”, an input is “\(input.path)”.")
        }
        return unused
    }

    private static func name(_ name: String, fits file: RecordingFile) -> Bool {
        [file.relativePath, file.path].contains { $0 == name || $0.hasSuffix("/" + name) }
    }

    private static func document(_ path: String) throws(ReplayError) -> Any {
        let data: Data
        do { data = try Data(contentsOf: URL(filePath: path)) } catch {
            throw .labels(path: path, sentence: error.localizedDescription)
        }
        do { return try JSONSerialization.jsonObject(with: data) } catch {
            let note = (error as NSError).userInfo["NSDebugDescription"] as? String ?? error.localizedDescription
            throw .labels(path: path, sentence: "It is no JSON\(place(note, in: data)). \(note)")
        }
    }

    /// Where a note says that something is wrong, which it does by counting bytes: `, line 3`.
    private static func place(_ note: String, in data: Data) -> String {
        guard let place = note.firstMatch(of: /character (?<count>\d+)/).flatMap({ Int($0.output.count) }) else {
            return ""
        }
        return ", line \(data.prefix(place).count { $0 == 0x0A } + 1)"
    }
}
