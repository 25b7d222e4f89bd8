/// Samples in JSON that wait for the rest of their object: times and values come in any order.
struct HeldSamples: Sendable {
    /// So many are held at most; an object with more is bad. Unless said otherwise ``usualLimit``.
    let limit: Int
    /// So many samples of one object are held at most.
    ///
    /// A line of an export is a whole series; this is eight months of one a second, and at most two gigabytes.
    static let usualLimit = 20_000_000
    var tooMany: String {
        """
        More than \(limit) samples stand in one object; export shorter stretches, or from VictoriaMetrics with \
        max_rows_per_line=1000000.
        """
    }

    private(set) var times: [Int64] = []
    private(set) var values: [Double] = []
    /// One for each time, where they are wanted.
    private(set) var origins = SampleOrigins()

    /// Where the line changes: from which sample on it is which.
    private(set) var lines: [(first: Int, line: Int)] = []

    init(limit: Int = Self.usualLimit) {
        self.limit = limit
    }

    /// True where there are as many times as values.
    var isComplete: Bool { times.count == values.count }

    /// Adds a time in a line and, where it is to be repeated, how it is written.
    mutating func append(time: Int64, text: UnsafeRawBufferPointer, row: Int, keepsOrigins: Bool) {
        if lines.last?.line != row { lines.append((times.count, row)) }
        times.append(time)
        guard keepsOrigins else { return }
        origins.begin(row: row, timestamp: text)
        origins.append()
    }

    mutating func append(value: Double) {
        values.append(value)
    }

    mutating func removeAll() {
        times.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        origins.removeAll()
        lines.removeAll(keepingCapacity: true)
    }
}
