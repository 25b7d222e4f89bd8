/// Collects samples by key into a ``SampleBatch``, giving each series its place in the table when it first occurs.
public struct SampleBatchBuilder: Sendable {
    /// What was collected so far.
    public private(set) var batch = SampleBatch()
    private var indices: [SeriesKey: UInt32] = [:]

    /// Starts empty.
    public init() {}

    /// Adds one sample.
    public mutating func append(_ key: SeriesKey, _ time: EventTime, _ value: Double) {
        batch.append(index(of: key), time, value)
    }

    /// The place of a series in the table; it is given one if it has none.
    public mutating func index(of key: SeriesKey) -> UInt32 {
        if let index = indices[key] { return index }
        let index = UInt32(batch.series.count)
        batch.series.append(key)
        indices[key] = index
        return index
    }

    /// What was collected; the builder is empty afterwards.
    public mutating func take() -> SampleBatch {
        defer { self = SampleBatchBuilder() }
        return batch
    }
}
