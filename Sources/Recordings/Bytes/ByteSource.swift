import Glibc

/// A file or the standard input as pieces of bytes, as they lie on the disk; the owner of its descriptor.
///
/// What is no regular file may be slow: after ``patienceMilliseconds`` without a byte an empty piece is given, so that whoever
/// reads sees when it is to stop.
package struct ByteSource: ~Copyable, Sendable {
    /// The largest piece, in bytes.
    package static let chunkBytes = 256 << 10
    /// So long a pipe or a terminal is waited for at most before an empty piece is given.
    static let patienceMilliseconds: Int32 = 100

    /// The path, or `stdin`.
    package let name: String
    /// How long the file was when it was opened; `nil` for what has no length, such as a pipe.
    package let totalBytes: Int?
    /// How many bytes were read so far.
    package private(set) var bytesRead = 0

    private var chunk: [UInt8]
    private let descriptor: Int32
    private let isOwned: Bool

    /// Opens a file.
    ///
    /// - Parameter chunkBytes: The largest piece, in bytes; what it holds in memory.
    /// - Throws: ``RecordingError/open(path:code:)``.
    package init(path: String, chunkBytes: Int = Self.chunkBytes) throws(RecordingError) {
        // Of a pipe nobody writes to yet even opening would wait.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if descriptor < 0 { throw .open(path: path, code: errno) }
        self.init(name: path, descriptor, isOwned: true, chunkBytes)
    }

    /// Reads from a descriptor that somebody else closes.
    init(name: String, borrowed descriptor: Int32) {
        self.init(name: name, descriptor, isOwned: false, Self.chunkBytes)
    }

    private init(name: String, _ descriptor: Int32, isOwned: Bool, _ chunkBytes: Int) {
        chunk = [UInt8](repeating: 0, count: chunkBytes)
        self.name = name
        self.descriptor = descriptor
        self.isOwned = isOwned
        var status = stat()
        let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        totalBytes = isFile ? Int(status.st_size) : nil
    }

    /// The largest piece, in bytes.
    var largestPiece: Int { chunk.count }

    /// The standard input, which is not closed afterwards.
    package static var standardInput: ByteSource {
        ByteSource(name: "stdin", borrowed: STDIN_FILENO)
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// Lends the next bytes, as many as are there, to the closure; none where there are none yet, `nil` at the end.
    ///
    /// - Throws: ``RecordingError/read(path:code:)``.
    package mutating func withNext<Value>(
        _ body: (UnsafeRawBufferPointer) -> Value
    ) throws(RecordingError) -> Value? {
        guard totalBytes != nil || isReadable(), let taken = try fill() else {
            return body(UnsafeRawBufferPointer(start: nil, count: 0))
        }
        guard taken > 0 else { return nil }
        bytesRead += taken
        return chunk.withUnsafeBytes { body($0.slice(0, taken)) }
    }

    /// Waits until there is something, be it the end; false where there is nothing for too long. What cannot be waited for is read.
    private func isReadable() -> Bool {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let found = poll(&wanted, 1, Self.patienceMilliseconds)
        return found > 0 || (found < 0 && errno != EINTR)
    }

    /// How many bytes were read, 0 at the end; `nil` where there are none yet.
    private mutating func fill() throws(RecordingError) -> Int? {
        let descriptor = descriptor
        var failure: Int32 = 0
        let taken = chunk.withUnsafeMutableBytes { buffer in
            var taken: Int
            repeat { taken = read(descriptor, buffer.baseAddress, buffer.count) } while taken < 0 && errno == EINTR
            if taken < 0 { failure = errno }
            return taken
        }
        if failure == EAGAIN { return nil }
        if failure != 0 { throw .read(path: name, code: failure) }
        return taken
    }
}
