import Samples

/// Fills batches of a fixed number of samples, looking each series up once a batch.
struct BatchAssembler: Sendable {
    private let capacity: Int
    private var full: [SampleBatch] = []
    private var batch = SampleBatch()
    private var byKey: [SeriesKey: UInt32] = [:]
    private var byColumn: [UInt32?] = []
    private var byText: [ArraySlice<UInt8>: UInt32] = [:]

    init(capacity: Int) {
        precondition(capacity >= 1, "A batch has room for at least one sample.")
        self.capacity = capacity
    }

    /// Adds a sample of the series in a column, counted from 0.
    mutating func append(_ key: SeriesKey, column: Int, _ time: EventTime, _ value: Double) {
        while byColumn.count <= column { byColumn.append(nil) }
        let place = byColumn[column] ?? index(of: key)
        byColumn[column] = place
        append(place, time, value)
    }

    /// Adds a sample of a series by its text; false, with nothing added, where the text names no series.
    mutating func append(text: ArraySlice<UInt8>, _ time: EventTime, _ value: Double) -> Bool {
        guard let place = byText[text] else {
            guard let key = SeriesKey(parsing: String(decoding: text, as: UTF8.self)) else { return false }
            let place = index(of: key)
            // A copy, because the slice would keep the whole piece of the file that it lies in.
            byText[Array(text)[...]] = place
            append(place, time, value)
            return true
        }
        append(place, time, value)
        return true
    }

    /// Gives out the full batches.
    mutating func takeFull() -> [SampleBatch] {
        defer { full = [] }
        return full
    }

    /// Gives out all there is, the last batch perhaps not full.
    mutating func takeAll() -> [SampleBatch] {
        endBatch()
        return takeFull()
    }

    /// The same series can be written in several ways, but stands in a batch's table once.
    private mutating func index(of key: SeriesKey) -> UInt32 {
        if let index = byKey[key] { return index }
        let index = UInt32(batch.series.count)
        batch.series.append(key)
        byKey[key] = index
        return index
    }

    private mutating func append(_ index: UInt32, _ time: EventTime, _ value: Double) {
        batch.append(index, time, value)
        if batch.count == capacity { endBatch() }
    }

    private mutating func endBatch() {
        guard !batch.isEmpty else { return }
        full.append(batch)
        batch = SampleBatch()
        batch.reserveCapacity(capacity)
        byKey.removeAll(keepingCapacity: true)
        byColumn.removeAll(keepingCapacity: true)
        byText.removeAll(keepingCapacity: true)
    }
}
