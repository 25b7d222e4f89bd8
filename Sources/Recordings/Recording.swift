package import Samples

/// A CSV file or the standard input as a stream of batches.
package struct Recording: ~Copyable, Sendable {
    private var source: ByteSource
    private var reader: CSVReader
    private let isPrompt: Bool
    private var isAtEnd = false

    /// A file; a file of one series is called `series`, or else like its path without the ending.
    ///
    /// - Throws: ``RecordingError/open(path:code:)``.
    package init(path: String, series: SeriesKey? = nil, batchCapacity: Int = 1024) throws(RecordingError) {
        source = try ByteSource(path: path)
        let series = series ?? SeriesKey(Self.seriesName(ofPath: path))
        reader = CSVReader(file: path, series: series, batchCapacity: batchCapacity)
        isPrompt = false
    }

    /// The standard input: what came together is given together, without waiting for a batch to be full.
    package init(standardInputAs series: SeriesKey, batchCapacity: Int = 1024) {
        self.init(prompt: .standardInput, series: series, batchCapacity: batchCapacity)
    }

    init(prompt source: consuming ByteSource, series: SeriesKey, batchCapacity: Int) {
        reader = CSVReader(file: source.name, series: series, batchCapacity: batchCapacity)
        self.source = source
        isPrompt = true
    }

    /// Samples given so far.
    package var sampleCount: Int { reader.sampleCount }
    /// Bad lines told so far.
    package var badLineCount: Int { reader.badLineCount }
    /// True where the first line is no header, so that nothing was read.
    package var isRefused: Bool { reader.isRefused }

    /// What comes of the next piece of the input, perhaps nothing yet; `nil` at the end.
    ///
    /// Blocks until input is there.
    /// - Throws: ``RecordingError/read(path:code:)``.
    package mutating func next() throws(RecordingError) -> CSVReader.Output? {
        guard !isAtEnd else { return nil }
        guard !reader.isRefused, let chunk = try source.next() else {
            isAtEnd = true
            return reader.finish()
        }
        var output = reader.read(chunk)
        if isPrompt { output.batches += reader.flush().batches }
        return output
    }

    /// A path without its ending: `data/cpu.csv` becomes `data/cpu`, `.csv` stays.
    package static func seriesName(ofPath path: String) -> String {
        let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        guard let dot = path[start...].lastIndex(of: "."), dot > start else { return path }
        return String(path[..<dot])
    }
}
