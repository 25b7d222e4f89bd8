/// Turns the bytes of one format into events, piece by piece; the same bytes give the same events, whatever the pieces.
protocol FormatReader: Sendable {
    /// Why the input is no recording of this format at all, as a sentence; then nothing more is read.
    var refusal: String? { get }

    /// How rows name their series; `nil` as long as that is not known.
    var shape: RecordingShape? { get }

    /// Takes the next bytes.
    mutating func read(_ piece: UnsafeRawBufferPointer, into events: inout EventCollector)

    /// Takes the end of the input.
    mutating func finish(into events: inout EventCollector)
}

extension FormatReader {
    /// None: every line or series is good or bad for itself.
    var refusal: String? { nil }

    /// Every row says of which series it is.
    var shape: RecordingShape? { .named }
}
