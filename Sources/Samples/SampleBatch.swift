/// Samples as columns: a table of series, and for each sample a row in that table, a time and a value.
///
/// Row `i` of the three columns is one sample. A batch is what every door produces and what travels on the bus; a
/// single sample never travels alone.
public struct SampleBatch: Equatable, Sendable {
    /// The series that ``seriesIndex`` points into; each at most once.
    public var series: [SeriesKey]
    /// Per sample: which element of ``series`` it belongs to, in `0 ..< series.count`.
    public var seriesIndex: [UInt32]
    /// Per sample: when it was taken, milliseconds since 1970 UTC.
    public var times: [Int64]
    /// Per sample: what was seen, in the unit of its series.
    public var values: [Double]

    /// An empty batch over a table of series.
    public init(series: [SeriesKey] = []) {
        self.series = series
        seriesIndex = []
        times = []
        values = []
    }

    /// How many samples there are.
    public var count: Int { values.count }

    /// True without a sample.
    public var isEmpty: Bool { values.isEmpty }

    /// Makes room for so many samples.
    public mutating func reserveCapacity(_ samples: Int) {
        seriesIndex.reserveCapacity(samples)
        times.reserveCapacity(samples)
        values.reserveCapacity(samples)
    }

    /// Adds one sample of the series at `index` of the table.
    public mutating func append(_ index: UInt32, _ time: EventTime, _ value: Double) {
        precondition(Int(index) < series.count, "A sample refers to a series that the batch's table does not have.")
        seriesIndex.append(index)
        times.append(time.milliseconds)
        values.append(value)
    }
}
