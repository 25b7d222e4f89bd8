/// Decoded samples as columns: row `i` of the three is one sample of a series known by its number.
///
/// Kept and emptied from message to message, so that a door allocates nothing once it runs.
public struct MetricColumns: Equatable, Sendable {
    /// Per sample: the number its series has in the `SeriesTable`.
    public var ids: [UInt32] = []
    /// Per sample: when it was taken, milliseconds since 1970 UTC.
    public var times: [Int64] = []
    /// Per sample: what was seen; finite, or a ``StaleMarker``.
    public var values: [Double] = []

    /// No samples.
    public init() {}

    /// How many samples there are.
    public var count: Int { values.count }

    /// True without a sample.
    public var isEmpty: Bool { values.isEmpty }

    /// Adds one sample.
    public mutating func append(id: UInt32, time: Int64, value: Double) {
        ids.append(id)
        times.append(time)
        values.append(value)
    }

    /// Removes every sample; the memory is kept for the next ones where asked.
    public mutating func removeAll(keepingCapacity: Bool = false) {
        ids.removeAll(keepingCapacity: keepingCapacity)
        times.removeAll(keepingCapacity: keepingCapacity)
        values.removeAll(keepingCapacity: keepingCapacity)
    }
}
