/// Samples of a message that is still being checked, as columns; kept from message to message for its memory.
struct StagedSamples: Sendable {
    /// Which series, in a numbering of the decoder at work.
    var rows: [UInt32] = []
    /// Milliseconds since 1970 UTC.
    var times: [Int64] = []
    /// NaN where the message says that there is no finite value.
    var values: [Double] = []

    mutating func removeAll() {
        rows.removeAll(keepingCapacity: true)
        times.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
    }
}
