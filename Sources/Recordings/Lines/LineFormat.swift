/// A format of which every line can be read alone, but for what was learned of the lines before.
///
/// Reading is written here once and made for each format: a generic type around the format would not be, where it is called
/// as `any FormatReader`.
protocol LineFormat: FormatReader {
    /// Where a line that the end of a piece cut waits for its rest.
    var splitter: LineSplitter { get set }

    /// Takes a line without its end; returns what is wrong with it, as a sentence.
    mutating func take(_ line: UnsafeRawBufferPointer, number: Int, into events: inout EventCollector) -> String?

    /// Learns that a line was too long to be read.
    mutating func missLine()
}

extension LineFormat {
    mutating func read(_ piece: UnsafeRawBufferPointer, into events: inout EventCollector) {
        var splitter = takeSplitter()
        let limitBytes = splitter.limitBytes
        splitter.split(piece) { number, line in take(line, number, limitBytes, &events) }
        self.splitter = splitter
    }

    mutating func finish(into events: inout EventCollector) {
        var splitter = takeSplitter()
        let limitBytes = splitter.limitBytes
        splitter.finish { number, line in take(line, number, limitBytes, &events) }
    }

    /// Nothing depends on it.
    mutating func missLine() {}

    /// The splitter changes while the format does: it is not a part of it meanwhile.
    private mutating func takeSplitter() -> LineSplitter {
        let taken = splitter
        splitter = LineSplitter()
        return taken
    }

    @inline(__always)
    private mutating func take(
        _ line: UnsafeRawBufferPointer?, _ number: Int, _ limitBytes: Int, _ events: inout EventCollector
    ) {
        guard refusal == nil else { return }
        guard let line else {
            missLine()
            return events.bad(line: number, "The line is longer than \(limitBytes) bytes.")
        }
        guard let fault = take(line, number: number, into: &events) else { return }
        events.bad(line: number, fault)
    }
}
