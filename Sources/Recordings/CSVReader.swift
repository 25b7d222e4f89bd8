package import Samples

/// Turns the bytes of a CSV into batches, piece by piece; what it holds does not grow with the file.
///
/// The header tells the shape: `timestamp,value` is one series, `timestamp,<series>,<series>,…` one a column,
/// `timestamp,series,value` one a line, where a series is `name` or `name{label="value",…}`. Times are ISO 8601 (UTC without a
/// zone), or seconds (also with a fraction) or milliseconds since 1970. An empty cell is no sample. A line that is wrong is told
/// and passed over; of a wide line the good cells are taken all the same. The same bytes give the same batches, whatever the
/// pieces.
package struct CSVReader: Sendable {
    /// What came of some bytes.
    package struct Output: Equatable, Sendable {
        /// In the order of the lines.
        package var batches: [SampleBatch]
        /// In the order of the lines.
        package var badLines: [BadLine]
    }

    /// The name of the file, for ``BadLine``.
    package let file: String
    /// Samples taken so far.
    package private(set) var sampleCount = 0
    /// Lines told as bad so far.
    package private(set) var badLineCount = 0
    /// True once the header turned out to be none: the rest is not looked at.
    package var isRefused: Bool { header != nil && header?.shape == nil }

    private let series: SeriesKey
    private var splitter: LineSplitter
    private var header: CSVHeader?
    private var assembler: BatchAssembler
    private var badLines: [BadLine] = []
    private var fields: [ArraySlice<UInt8>] = []

    /// A reader at the start of a file.
    ///
    /// - Parameters:
    ///   - file: What to call the file when a line is bad.
    ///   - series: The series of a file that has only one.
    ///   - batchCapacity: How many samples a batch holds at most, and all but the last do.
    ///   - lineLimitBytes: The longest line that is taken.
    package init(file: String, series: SeriesKey, batchCapacity: Int = 1024, lineLimitBytes: Int = 1 << 20) {
        self.file = file
        self.series = series
        assembler = BatchAssembler(capacity: batchCapacity)
        splitter = LineSplitter(limitBytes: lineLimitBytes)
    }

    /// Takes the next bytes and gives the batches that became full.
    package mutating func read(_ chunk: ArraySlice<UInt8>) -> Output {
        guard !isRefused else { return Output(batches: [], badLines: []) }
        splitter.append(chunk)
        while let line = splitter.next() { read(line) }
        return output(assembler.takeFull())
    }

    /// Gives what is there without waiting for a batch to be full, for input that comes slowly.
    package mutating func flush() -> Output {
        output(assembler.takeAll())
    }

    /// Takes the end of the file, where the last line may lack its line feed.
    package mutating func finish() -> Output {
        if let line = splitter.finish() { read(line) }
        return flush()
    }

    private mutating func output(_ batches: [SampleBatch]) -> Output {
        defer { badLines = [] }
        sampleCount += batches.reduce(0) { $0 + $1.count }
        return Output(batches: batches, badLines: badLines)
    }

    private mutating func read(_ line: LineSplitter.Line) {
        guard !isRefused, let fault = fault(of: line) else { return }
        badLines.append(BadLine(file: file, line: line.number, sentence: fault))
        badLineCount += 1
    }

    /// Takes a line; returns what is wrong with it, as a sentence.
    private mutating func fault(of line: LineSplitter.Line) -> String? {
        guard let bytes = line.bytes else {
            if header == nil { header = CSVHeader([]) }
            return "The line is longer than \(splitter.limitBytes) bytes."
        }
        guard !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return nil }
        let fault = CSVFields.split(bytes, into: &fields)
        guard let header else {
            let header = CSVHeader(fault == nil ? fields : [])
            self.header = header
            return fault ?? header.fault
        }
        if let fault { return fault }
        guard fields.count == header.width else {
            return "The line has \(fields.count) fields where the header has \(header.width)."
        }
        guard let time = Timestamp.parse(fields[0]) else { return "\(Quotation.of(fields[0])) is no time." }
        switch header.shape {
        case .single: return takeSingle(time)
        case .wide(let columns): return takeWide(columns, time)
        case .long: return takeLong(time)
        case nil: return nil
        }
    }

    private mutating func takeSingle(_ time: EventTime) -> String? {
        guard !fields[1].isEmpty else { return nil }
        guard let value = DecimalNumber.parse(fields[1]) else { return Self.noNumber(fields[1]) }
        assembler.append(series, column: 0, time, value)
        return nil
    }

    private mutating func takeLong(_ time: EventTime) -> String? {
        guard !fields[2].isEmpty else { return nil }
        guard let value = DecimalNumber.parse(fields[2]) else { return Self.noNumber(fields[2]) }
        let isTaken = assembler.append(text: fields[1], time, value)
        return isTaken ? nil : "\(Quotation.of(fields[1])) is no name of a series."
    }

    private mutating func takeWide(_ columns: [SeriesKey?], _ time: EventTime) -> String? {
        var fault: String?
        var faultCount = 0
        for (index, key) in columns.enumerated() {
            let field = fields[index + 1]
            guard let key, !field.isEmpty else { continue }
            if let value = DecimalNumber.parse(field) {
                assembler.append(key, column: index, time, value)
            } else {
                fault = fault ?? "Column \(index + 2): \(Self.noNumber(field))"
                faultCount += 1
            }
        }
        return faultCount > 1 ? fault.map { "\($0) \(faultCount - 1) more of its cells are none." } : fault
    }

    private static func noNumber(_ field: ArraySlice<UInt8>) -> String {
        "\(Quotation.of(field)) is not a finite number."
    }
}
