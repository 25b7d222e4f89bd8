package import Samples

/// Turns the bytes of a recording into events: tells the format from the beginning, then reads it.
///
/// The same bytes give the same events, whatever the pieces.
package struct RecordingParser: Sendable {
    /// Once it is known.
    private(set) var format: RecordingFormat?
    /// How rows name their series, once that is known.
    var shape: RecordingShape? { reader?.shape }
    /// What it had so far.
    package var counts: RecordingCounts { events.counts }
    /// Why the input is no recording, as half a sentence; then nothing more is read.
    var refusal: String? { isUnknown ? FormatDetection.unknown : reader?.refusal }

    private let series: SeriesKey
    private var reader: (any FormatReader)?
    private var events: EventCollector
    /// The bytes that the format is told from.
    private var head: [UInt8] = []
    private var isUnknown = false

    /// - Parameters:
    ///   - file: What to call the file when a line is bad.
    ///   - series: What a series is called that has no name of its own.
    ///   - format: `nil` to tell it from the content.
    package init(
        file: String, series: SeriesKey, format: RecordingFormat? = nil, batchCapacity: Int, keepsOrigins: Bool = false
    ) {
        self.series = series
        self.format = format
        reader = format?.reader(series: series)
        events = EventCollector(file: file, batchCapacity: batchCapacity, keepsOrigins: keepsOrigins)
    }

    /// Takes the next bytes.
    package mutating func read(_ piece: UnsafeRawBufferPointer) {
        if reader != nil {
            reader?.read(piece, into: &events)
        } else if !isUnknown {
            head.append(contentsOf: piece)
            detect(isWhole: false)
        }
    }

    /// Takes the end of the input.
    package mutating func finish() {
        if reader == nil, !isUnknown { detect(isWhole: true) }
        reader?.finish(into: &events)
        events.endBatch()
    }

    /// Ends the batch that is being filled, although it is not full.
    mutating func endBatch() {
        events.endBatch()
    }

    /// What was found and not yet taken.
    package mutating func take() -> [RecordingEvent] {
        events.take()
    }

    private mutating func detect(isWhole: Bool) {
        switch head.withUnsafeBytes({ FormatDetection.judge($0, isWhole: isWhole) }) {
        case .needsMore, .empty: return
        case .none: isUnknown = true
        case .format(let format):
            self.format = format
            var reader = format.reader(series: series)
            head.withUnsafeBytes { reader.read($0, into: &events) }
            self.reader = reader
        }
        head = []
    }
}
