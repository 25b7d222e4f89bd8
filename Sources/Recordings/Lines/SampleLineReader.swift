package import Samples

/// Reads lines of `series value [time]`, such as `queue_depth{service="cart"} 17`, piece by piece: what a shell script
/// can write.
///
/// The time is as in CSV (ISO 8601, unix seconds or milliseconds); a line without one was taken when it is read. Blank
/// lines and lines that begin with `#` are skipped.
package struct SampleLineReader: Sendable {
    /// What one piece yielded.
    package struct Output: Equatable, Sendable {
        /// Empty when the piece had no good line.
        package var batch: SampleBatch
        /// In the order of the lines.
        package var badLines: [BadLine]
    }

    private var splitter = LineSplitter()
    private let file: String

    /// - Parameter file: how bad lines name where they come from.
    package init(file: String) {
        self.file = file
    }

    /// Takes the next piece of the input.
    ///
    /// - Parameter now: the time of lines that carry none.
    package mutating func read(_ chunk: UnsafeRawBufferPointer, now: EventTime) -> Output {
        var piece = Piece(file: file, limitBytes: splitter.limitBytes, now: now)
        splitter.split(chunk) { number, line in piece.take(line, number) }
        return piece.output()
    }

    /// Takes a last line without a line feed.
    package mutating func finish(now: EventTime) -> Output {
        var piece = Piece(file: file, limitBytes: splitter.limitBytes, now: now)
        splitter.finish { number, line in piece.take(line, number) }
        return piece.output()
    }
}

/// What comes of one piece of the input.
private struct Piece {
    let file: String
    let limitBytes: Int
    let now: EventTime
    private var builder = SampleBatchBuilder()
    private var badLines: [BadLine] = []

    init(file: String, limitBytes: Int, now: EventTime) {
        self.file = file
        self.limitBytes = limitBytes
        self.now = now
    }

    mutating func output() -> SampleLineReader.Output {
        SampleLineReader.Output(batch: builder.take(), badLines: badLines)
    }

    mutating func take(_ line: UnsafeRawBufferPointer?, _ number: Int) {
        guard let line else { return refuse(number, "The line is longer than \(limitBytes) bytes.") }
        let text = line.trimmed()
        guard !text.isEmpty, text[0] != UInt8(ascii: "#") else { return }
        // Blanks may stand inside the braces, so the numbers are looked for behind them.
        let keyEnd = text.lastIndex(of: UInt8(ascii: "}")).map { $0 + 1 } ?? text.firstIndex { $0.isBlank }
        guard let keyEnd, let key = SeriesKey(parsing: text.slice(0, keyEnd).text) else {
            return refuse(number, "\(Quotation.of(text)) does not begin with a series and a blank.")
        }
        let rest = text.slice(keyEnd, text.count).trimmed()
        let valueEnd = rest.firstIndex { $0.isBlank } ?? rest.count
        let timeText = rest.slice(valueEnd, rest.count).trimmed()
        guard timeText.allSatisfy({ !$0.isBlank }), let value = DecimalNumber.parse(rest.slice(0, valueEnd)) else {
            return refuse(number, "\(Quotation.of(text)) has no finite number behind its series.")
        }
        guard !timeText.isEmpty else { return builder.append(key, now, value) }
        guard let time = Timestamp.parse(timeText) else { return refuse(number, Timestamp.fault(timeText)) }
        builder.append(key, EventTime(milliseconds: time), value)
    }

    private mutating func refuse(_ number: Int, _ sentence: String) {
        badLines.append(BadLine(file: file, line: number, sentence: sentence))
    }
}
