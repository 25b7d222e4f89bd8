import Recordings
import Replay

/// The files that the command line names.
struct HistoryInputs {
    let files: [RecordingFile]
    /// Bytes of all files together; `nil` where one is not known.
    let totalBytes: Int?

    /// Finds them, and says which files of folders are no recordings.
    init(_ inputs: [String]) throws(RecordingError) {
        let found = try RecordingInputs(inputs)
        files = found.files
        totalBytes = found.totalBytes
        for file in found.skipped { Standard.error("andon: \(file.path) is left out. \(file.sentence)") }
    }

    /// Says how many labels belong to no file: a slip in a path would otherwise look like a quiet file.
    ///
    /// - Throws: ``ReplayError/labels(path:sentence:)`` where none belongs to any.
    func check(_ labels: LabelFile?) throws(ReplayError) {
        let unused = try labels?.unused(by: files) ?? []
        guard let first = unused.first else { return }
        let others = unused.count > 1 ? " and \(unused.count - 1) more" : ""
        Standard.error(
            "andon: there are labels for \(first)\(others), which \(unused.count > 1 ? "are" : "is") not among the inputs"
        )
    }

    /// Refuses what a pipe cannot give.
    ///
    /// - Throws: ``ReplayError/readOnce(path:)``.
    func requireRegularFiles() throws(ReplayError) {
        if let pipe = files.first(where: { $0.totalBytes == nil }) { throw .readOnce(path: pipe.relativePath) }
    }
}
