/// The bytes of a file or the standard input, gzip undone where the first two bytes say that it is one.
struct UnpackedSource: ~Copyable {
    private enum Packing { case unknown, none, gzip }

    private var source: ByteSource
    private var packing = Packing.unknown
    private var inflater: GzipInflater?
    /// The first bytes, until there are enough of them to tell.
    private var head: [UInt8] = []
    private var isAtEnd = false

    init(_ source: consuming ByteSource) {
        self.source = source
    }

    /// The path, or `stdin`.
    var name: String { source.name }
    /// Bytes on the disk; `nil` for what has no length.
    var totalBytes: Int? { source.totalBytes }
    /// Bytes on the disk that were read.
    var bytesRead: Int { source.bytesRead }

    /// What followed the gzip and was no part of it was left out, as `gzip` does.
    private(set) var hasTrailingGarbage = false

    /// Lends the next bytes to the closure; none where there are none yet, `nil` at the end.
    ///
    /// - Throws: ``RecordingError/read(path:code:)``, ``RecordingError/damaged(path:sentence:)``.
    mutating func withNext<Value>(_ body: (UnsafeRawBufferPointer) -> Value) throws(RecordingError) -> Value? {
        if packing == .unknown {
            guard try readHead() else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
            if packing == .none, !head.isEmpty {
                let first = head
                head = []
                return first.withUnsafeBytes(body)
            }
        }
        return try packing == .gzip ? withNextInflated(body) : source.withNext(body)
    }

    /// - Returns: false where it must wait for more bytes to tell.
    private mutating func readHead() throws(RecordingError) -> Bool {
        var isMore = true
        while isMore, head.count < GzipInflater.magic.count {
            var taken: [UInt8] = []
            isMore = try source.withNext { taken.append(contentsOf: $0) } != nil
            if isMore, taken.isEmpty { return false }
            head += taken
        }
        packing = head.starts(with: GzipInflater.magic) ? .gzip : .none
        guard packing == .gzip else { return true }
        var inflater = GzipInflater(chunkBytes: source.largestPiece)
        head.withUnsafeBytes { inflater.give($0) }
        self.inflater = consume inflater
        head = []
        return true
    }

    private mutating func withNextInflated<Value>(
        _ body: (UnsafeRawBufferPointer) -> Value
    ) throws(RecordingError) -> Value? {
        while !isAtEnd {
            if let value = try inflated(body) { return value }
            var taken: [UInt8] = []
            if try source.withNext({ taken.append(contentsOf: $0) }) != nil {
                if taken.isEmpty { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
                taken.withUnsafeBytes { _ = inflater?.give($0) }
                continue
            }
            isAtEnd = true
            hasTrailingGarbage = inflater?.hasTrailingGarbage == true
            guard inflater?.mayEnd == true else {
                throw .damaged(path: name, sentence: "The gzip ends in the middle")
            }
        }
        return nil
    }

    private mutating func inflated<Value>(
        _ body: (UnsafeRawBufferPointer) -> Value
    ) throws(RecordingError) -> Value? {
        do throws(GzipInflater.Damage) {
            return try inflater?.withNext(body)
        } catch {
            isAtEnd = true
            throw .damaged(path: name, sentence: "The gzip is damaged (\(error.sentence))")
        }
    }
}
