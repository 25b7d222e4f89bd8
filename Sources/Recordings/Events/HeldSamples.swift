/// Samples in JSON that wait for the rest of their object: times and values come in any order.
struct HeldSamples: Sendable {
    /// So many are held at most; an object with more is bad.
    static let limit = 1_000_000
    static let tooMany = "More than \(limit) samples stand in one object."

    private(set) var times: [Int64] = []
    private(set) var values: [Double] = []
    /// One for each time, where they are wanted.
    private(set) var origins = SampleOrigins()

    /// True where there are as many times as values.
    var isComplete: Bool { times.count == values.count }

    /// Adds a time and, where it is to be repeated, how it is written.
    mutating func append(time: Int64, text: UnsafeRawBufferPointer, row: Int, keepsOrigins: Bool) {
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
    }
}
