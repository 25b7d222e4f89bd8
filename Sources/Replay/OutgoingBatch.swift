import Samples

/// The message that is being filled: samples of one file or of several, and the rows that they stand in.
struct OutgoingBatch {
    /// The samples, with a table of only those series that occur.
    private(set) var samples = SampleBatch()
    /// The rows, in the order in which they were added.
    var rows: [RowBatch] = []
    /// By number of a series: its place in the table; -1 where it does not occur.
    private var places: [Int] = []
    /// The numbers of those that occur.
    private var used: [Int] = []

    /// Adds a sample of a series.
    @inline(__always)
    mutating func append(_ number: Int, _ keys: [SeriesKey], time: Int64, value: Double) {
        if number >= places.count || places[number] < 0 { add(number, keys) }
        samples.seriesIndex.append(UInt32(places[number]))
        samples.times.append(time)
        samples.values.append(value)
    }

    /// Gives out what there is, and is empty.
    mutating func take() -> (samples: SampleBatch, rows: [RowBatch]) {
        defer {
            for number in used { places[number] = -1 }
            used.removeAll(keepingCapacity: true)
            samples = SampleBatch()
            rows = []
        }
        return (samples, rows)
    }

    private mutating func add(_ number: Int, _ keys: [SeriesKey]) {
        if number >= places.count { places += repeatElement(-1, count: number + 1 - places.count) }
        places[number] = used.count
        used.append(number)
        samples.series.append(keys[number])
    }
}
