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
    package mutating func read(_ chunk: ArraySlice<UInt8>, now: EventTime) -> Output {
        var builder = SampleBatchBuilder()
        var badLines: [BadLine] = []
        splitter.append(chunk)
        while let line = splitter.next() { take(line, now, &builder, &badLines) }
        return Output(batch: builder.take(), badLines: badLines)
    }

    /// Takes a last line without a line feed.
    package mutating func finish(now: EventTime) -> Output {
        var builder = SampleBatchBuilder()
        var badLines: [BadLine] = []
        if let line = splitter.finish() { take(line, now, &builder, &badLines) }
        return Output(batch: builder.take(), badLines: badLines)
    }

    private func take(
        _ line: LineSplitter.Line, _ now: EventTime, _ builder: inout SampleBatchBuilder, _ badLines: inout [BadLine]
    ) {
        func refuse(_ sentence: String) {
            badLines.append(BadLine(file: file, line: line.number, sentence: sentence))
        }
        guard let bytes = line.bytes else { return refuse("The line is longer than \(splitter.limitBytes) bytes.") }
        let text = String(decoding: bytes, as: UTF8.self).trimmingSpaces()
        guard !text.isEmpty, text.first != "#" else { return }
        // Blanks may stand inside the braces, so the numbers are looked for behind them.
        let keyEnd = text.lastIndex(of: "}").map(text.index(after:)) ?? text.firstIndex { $0 == " " || $0 == "\t" }
        guard let keyEnd, let key = SeriesKey(parsing: String(text[..<keyEnd])) else {
            return refuse("\(Quotation.of(String(text))) does not begin with a series and a blank.")
        }
        let numbers = text[keyEnd...].split { $0 == " " || $0 == "\t" }
        guard (1...2).contains(numbers.count), let value = DecimalNumber.parse(Array(numbers[0].utf8)[...]) else {
            return refuse("\(Quotation.of(String(text))) has no finite number behind its series.")
        }
        guard numbers.count == 2 else { return builder.append(key, now, value) }
        guard let time = Timestamp.parse(Array(numbers[1].utf8)[...]) else {
            return refuse("\(Quotation.of(String(numbers[1]))) is no time.")
        }
        builder.append(key, time, value)
    }
}
