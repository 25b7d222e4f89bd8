import Glibc

/// What stands at a path, links followed.
struct FileStatus: Equatable, Sendable {
    /// Tells a folder from every other one, whatever the way to it.
    struct Identity: Hashable {
        let device: UInt64
        let node: UInt64
    }

    let isFolder: Bool
    let isFile: Bool
    let bytes: Int
    let identity: Identity

    /// Looks at a path.
    ///
    /// - Throws: ``RecordingError/open(path:code:)``.
    init(path: String) throws(RecordingError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .open(path: path, code: errno) }
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        isFile = status.st_mode & S_IFMT == S_IFREG
        bytes = Int(status.st_size)
        identity = Identity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
    }
}
