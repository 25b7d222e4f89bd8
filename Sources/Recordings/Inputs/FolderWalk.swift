import Glibc

/// Finds all files below a folder that are not hidden. Each folder is entered once, so that links in a circle end.
struct FolderWalk {
    /// What is no file, or cannot be looked at.
    private(set) var skipped: [SkippedFile] = []

    private let root: String
    private var found: [RecordingFile] = []
    private var entered: Set<FileStatus.Identity> = []

    init(_ root: String) {
        self.root = root
    }

    /// The files, sorted by path.
    ///
    /// - Throws: ``RecordingError/open(path:code:)`` where the folder itself cannot be read.
    mutating func files() throws(RecordingError) -> [RecordingFile] {
        (found, skipped, entered) = ([], [], [])
        try enter(root, "", FileStatus(path: root))
        return found.sorted { $0.relativePath < $1.relativePath }
    }

    private mutating func enter(_ folder: String, _ relativePath: String, _ status: FileStatus) throws(RecordingError) {
        guard entered.insert(status.identity).inserted else { return }
        for name in try Self.names(in: folder).sorted() where !name.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            do throws(RecordingError) {
                try look(at: path, relativePath.isEmpty ? name : "\(relativePath)/\(name)")
            } catch {
                skipped.append(SkippedFile(path: path, sentence: error.description))
            }
        }
    }

    private mutating func look(at path: String, _ relativePath: String) throws(RecordingError) {
        let status = try FileStatus(path: path)
        if status.isFolder {
            try enter(path, relativePath, status)
        } else if status.isFile {
            found.append(RecordingFile(path: path, relativePath: relativePath, totalBytes: status.bytes))
        } else {
            skipped.append(SkippedFile(path: path, sentence: "It is neither a file nor a folder."))
        }
    }

    private static func names(in folder: String) throws(RecordingError) -> [String] {
        guard let handle = opendir(folder) else { throw .open(path: folder, code: errno) }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { name in
                    String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names
    }
}
