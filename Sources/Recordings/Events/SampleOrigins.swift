/// Where samples stand in their file, as columns: what is needed to repeat its rows.
package struct SampleOrigins: Equatable, Sendable {
    /// Per sample: its line, counted from 1. The samples of a line of a wide table share it.
    package private(set) var rows: [Int] = []

    private var starts: [UInt32] = []
    private var ends: [UInt32] = []
    private var bytes: [UInt8] = []
    private var row = 0
    private var start = 0

    /// How many samples there are.
    package var count: Int { rows.count }

    /// The timestamp of a sample as the file writes it, without quotes around it.
    package func timestamp(of sample: Int) -> ArraySlice<UInt8> {
        bytes[Int(starts[sample])..<Int(ends[sample])]
    }

    /// Lends the timestamp of a sample as the file writes it.
    package func withTimestamp<Value>(of sample: Int, _ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        bytes.withUnsafeBytes { body($0.slice(Int(starts[sample]), Int(ends[sample]))) }
    }

    /// Begins a row; the samples that are appended from now on stand in it.
    mutating func begin(row: Int, timestamp: UnsafeRawBufferPointer) {
        // Of a row without a sample nothing is kept, however many of them there are.
        if Int(ends.last ?? 0) <= start { bytes.removeLast(bytes.count - start) }
        self.row = row
        start = bytes.count
        bytes.append(contentsOf: timestamp)
    }

    /// Adds a sample of the row that was begun last.
    mutating func append() {
        rows.append(row)
        starts.append(UInt32(start))
        ends.append(UInt32(bytes.count))
    }

    /// Gives out the samples so far; the row goes on.
    mutating func take() -> SampleOrigins {
        var next = SampleOrigins()
        bytes.withUnsafeBytes { next.begin(row: row, timestamp: $0.slice(start, $0.count)) }
        defer { self = next }
        return self
    }

    /// Forgets everything.
    mutating func removeAll() {
        rows.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        (row, start) = (0, 0)
    }
}
