/// The recordings that the arguments of a command line name: files, folders with all that is below them, and `-`.
///
/// In a folder hidden files are not looked at, and files whose content is no recording are skipped and told. A file that was
/// named must be a recording; an empty one is a recording without samples.
package struct RecordingInputs: Equatable, Sendable {
    /// In the order of the arguments, those of a folder sorted by path; no two have the same relative path.
    package private(set) var files: [RecordingFile] = []
    /// What lay in a folder and is no recording.
    package private(set) var skipped: [SkippedFile] = []

    /// Finds the recordings and looks at the beginning of each.
    ///
    /// - Parameters:
    ///   - arguments: Paths, or `-`.
    ///   - format: What the files that are named are written in, whatever they look like; `nil` to look.
    /// - Throws: ``RecordingError/open(path:code:)``, ``RecordingError/read(path:code:)``,
    ///   ``RecordingError/damaged(path:sentence:)``, ``RecordingError/noRecording(path:why:)``,
    ///   ``RecordingError/samePlace(relativePath:first:second:)``.
    package init(_ arguments: [String], format: RecordingFormat? = nil) throws(RecordingError) {
        for argument in arguments {
            if argument == "-" {
                files.append(RecordingFile(path: argument))
            } else {
                let status = try FileStatus(path: argument)
                if status.isFolder { try addFolder(argument) } else { try addFile(argument, status, format) }
            }
        }
        try refuseSamePlaces()
    }

    /// Bytes of all files on the disk; `nil` where one has no length.
    package var totalBytes: Int? {
        files.reduce(0) { sum, file in
            guard let sum, let bytes = file.totalBytes else { return nil }
            return sum + bytes
        }
    }

    private mutating func addFile(
        _ path: String, _ status: FileStatus, _ format: RecordingFormat?
    ) throws(RecordingError) {
        // What comes through a pipe can be looked at only once.
        var found = format
        if status.isFile, format == nil {
            let seen = try Self.look(at: path)
            guard seen.isRecording else { throw .noRecording(path: path, why: FormatDetection.unknown) }
            found = seen.format
        }
        files.append(RecordingFile(path: path, totalBytes: status.isFile ? status.bytes : nil, format: found))
    }

    private mutating func addFolder(_ folder: String) throws(RecordingError) {
        var walk = FolderWalk(folder)
        let found = try walk.files()
        let before = files.count
        for file in found {
            do throws(RecordingError) {
                let seen = try Self.look(at: file.path)
                if seen.isRecording {
                    files.append(
                        RecordingFile(
                            path: file.path, relativePath: file.relativePath, totalBytes: file.totalBytes,
                            format: seen.format))
                } else {
                    skipped.append(SkippedFile(path: file.path, sentence: "It is no recording."))
                }
            } catch {
                skipped.append(SkippedFile(path: file.path, sentence: error.description))
            }
        }
        skipped += walk.skipped
        guard files.count > before else {
            throw .noRecording(path: folder, why: "none of the files in the folder is one")
        }
    }

    private func refuseSamePlaces() throws(RecordingError) {
        var paths: [String: String] = [:]
        for file in files {
            if let first = paths.updateValue(file.path, forKey: file.relativePath) {
                throw .samePlace(relativePath: file.relativePath, first: first, second: file.path)
            }
        }
    }

    /// Whether a file is a recording and, unless it is an empty one, how it is written.
    private static func look(
        at path: String
    ) throws(RecordingError) -> (isRecording: Bool, format: RecordingFormat?) {
        var source = UnpackedSource(try ByteSource(path: path))
        var head: [UInt8] = []
        while true {
            let isWhole = try source.withNext { head.append(contentsOf: $0) } == nil
            switch head.withUnsafeBytes({ FormatDetection.judge($0, isWhole: isWhole) }) {
            case .needsMore: continue
            case .none: return (false, nil)
            case .empty: return (true, nil)
            case .format(let format): return (true, format)
            }
        }
    }
}
