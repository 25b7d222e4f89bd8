import Glibc

/// A file or the standard input as pieces of bytes; the owner of its descriptor.
///
/// Reading blocks until something is there: not for a thread of the cooperative pool where the input may be slow.
package struct ByteSource: ~Copyable, Sendable {
    /// The largest piece, in bytes.
    package static let chunkBytes = 64 << 10

    /// The path, or `stdin`.
    package let name: String
    private let descriptor: Int32
    private let isOwned: Bool

    /// Opens a file.
    ///
    /// - Throws: ``RecordingError/open(path:code:)``.
    package init(path: String) throws(RecordingError) {
        name = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        isOwned = true
        if descriptor < 0 { throw .open(path: path, code: errno) }
    }

    /// Reads from a descriptor that somebody else closes.
    init(name: String, borrowed descriptor: Int32) {
        self.name = name
        self.descriptor = descriptor
        isOwned = false
    }

    /// The standard input, which is not closed afterwards.
    package static var standardInput: ByteSource {
        ByteSource(name: "stdin", borrowed: STDIN_FILENO)
    }

    deinit {
        if isOwned, descriptor >= 0 { close(descriptor) }
    }

    /// The next bytes, as many as are there; `nil` at the end.
    ///
    /// - Throws: ``RecordingError/read(path:code:)``.
    package mutating func next() throws(RecordingError) -> ArraySlice<UInt8>? {
        var failure: Int32 = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunkBytes) { buffer, count in
            var taken: Int
            repeat { taken = read(descriptor, buffer.baseAddress, buffer.count) } while taken < 0 && errno == EINTR
            if taken < 0 { failure = errno }
            count = max(0, taken)
        }
        if failure != 0 { throw .read(path: name, code: failure) }
        return chunk.isEmpty ? nil : chunk[...]
    }
}
