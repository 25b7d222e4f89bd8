/// A recording as a stream of events: a file or the standard input, packed with gzip or not, in any ``RecordingFormat``.
///
/// What it holds does not grow with the length of the file, only with the number of its series.
package struct Recording: ~Copyable {
    /// Samples in a batch, unless said otherwise.
    package static let batchCapacity = 16_384

    private var source: UnpackedSource
    private var parser: RecordingParser
    private let isPrompt: Bool
    private var isAtEnd = false
    private var failure: RecordingError?

    /// Opens a recording.
    ///
    /// - Parameters:
    ///   - file: Which one, and what its series is called where it has no name of its own.
    ///   - format: `nil` to tell it from the content.
    ///   - batchCapacity: How many samples a batch holds. All do but those before a bad line and the last, and those of
    ///     Andon's own recordings, which are as they were.
    ///   - chunkBytes: The largest piece that is read at once; what is held grows with it.
    ///   - keepsOrigins: Whether to tell the row and the text of the timestamp of each sample; then there are also samples whose
    ///     value is NaN, for rows without one.
    ///   - isPrompt: Whether to give what came together without waiting for a batch to be full, for slow input.
    /// - Throws: ``RecordingError/open(path:code:)``.
    package init(
        _ file: RecordingFile, format: RecordingFormat? = nil, batchCapacity: Int = Self.batchCapacity,
        chunkBytes: Int = ByteSource.chunkBytes, keepsOrigins: Bool = false, isPrompt: Bool = false
    ) throws(RecordingError) {
        let source = try file.isStandardInput ? .standardInput : ByteSource(path: file.path, chunkBytes: chunkBytes)
        self.init(
            source, of: file, format: format, batchCapacity: batchCapacity, keepsOrigins: keepsOrigins,
            isPrompt: isPrompt)
    }

    init(
        _ source: consuming ByteSource, of file: RecordingFile, format: RecordingFormat? = nil,
        batchCapacity: Int = Self.batchCapacity, keepsOrigins: Bool = false, isPrompt: Bool = false
    ) {
        parser = RecordingParser(
            file: source.name, series: file.series, format: format, batchCapacity: batchCapacity,
            keepsOrigins: keepsOrigins)
        self.source = UnpackedSource(source)
        self.isPrompt = isPrompt
    }

    /// How it is written, once that is known; an empty file never tells.
    package var format: RecordingFormat? { parser.format }
    /// How rows name their series, once that is known: not later than the first sample.
    package var shape: RecordingShape? { parser.shape }
    /// What is odd about the file as a whole although it could be read, as a sentence; known at its end.
    package var remark: String? {
        source.hasTrailingGarbage ? "What follows the gzip is none and was left out." : nil
    }
    /// What it had so far.
    package var counts: RecordingCounts { parser.counts }
    /// Bytes read so far, as they lie on the disk.
    package var bytesRead: Int { source.bytesRead }
    /// Bytes that there are, as they lie on the disk; `nil` for what has no length, such as a pipe.
    package var totalBytes: Int? { source.totalBytes }

    /// What comes of the next piece of the input, perhaps nothing yet; `nil` at the end.
    ///
    /// Blocks until input is there; where a pipe is silent, only for a moment.
    /// - Throws: ``RecordingError/read(path:code:)``; ``RecordingError/damaged(path:sentence:)``, after what could be
    ///   unpacked was given; ``RecordingError/noRecording(path:why:)``. Nothing follows.
    package mutating func next() throws(RecordingError) -> [RecordingEvent]? {
        if let failure {
            self.failure = nil
            throw failure
        }
        guard !isAtEnd else { return nil }
        do throws(RecordingError) {
            try read()
        } catch {
            // What came before the failure is given first; the line that it cut is not.
            isAtEnd = true
            parser.endBatch()
            let events = parser.take()
            guard !events.isEmpty else { throw error }
            failure = error
            return events
        }
        return parser.take()
    }

    private mutating func read() throws(RecordingError) {
        if try source.withNext({ parser.read($0) }) == nil {
            isAtEnd = true
            parser.finish()
        } else if isPrompt {
            parser.endBatch()
        }
        if let why = parser.refusal { throw .noRecording(path: source.name, why: why) }
    }
}
