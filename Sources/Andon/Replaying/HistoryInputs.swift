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

    /// Refuses what a pipe cannot give.
    ///
    /// - Throws: ``ReplayError/readOnce(path:)``.
    func requireRegularFiles() throws(ReplayError) {
        if let pipe = files.first(where: { $0.totalBytes == nil }) { throw .readOnce(path: pipe.relativePath) }
    }

    /// Says which labels belong to no file: a slip in a path would otherwise look like a quiet file.
    func warn(ofUnused labels: LabelFile?) {
        for name in labels?.unused(by: files.map(\.relativePath)) ?? [] {
            Standard.error("andon: labels for \(name), which is none of the inputs")
        }
    }
}
