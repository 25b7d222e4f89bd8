/// Samples on their way to the detector that owns their series, as columns.
///
/// A *step* is the running maximum of the event times of all samples that were routed, in the order of their arrival,
/// up to this one. It never falls, it does not depend on how samples were cut into batches, and whatever spans several
/// series is decided step by step.
public struct RoutedSamples: Equatable, Sendable {
    /// Per sample: its series, as numbered by the process that routes.
    public var series: [UInt32] = []
    /// Per sample: when it was taken, milliseconds since 1970 UTC.
    public var times: [Int64] = []
    /// Per sample: the step it is counted to, milliseconds since 1970 UTC; never falls.
    public var steps: [Int64] = []
    /// Per sample: what was seen, finite, in the unit of the series; or a ``StaleMarker``.
    public var values: [Double] = []

    /// No samples.
    public init() {}

    /// How many samples there are.
    public var count: Int { values.count }

    /// Adds one sample.
    public mutating func append(series id: UInt32, time: Int64, step: Int64, value: Double) {
        series.append(id)
        times.append(time)
        steps.append(step)
        values.append(value)
    }

    /// Empties the columns and keeps their memory.
    public mutating func removeAll() {
        series.removeAll(keepingCapacity: true)
        times.removeAll(keepingCapacity: true)
        steps.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
    }
}
