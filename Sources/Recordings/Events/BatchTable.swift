import Samples

/// The table of series that all batches of a recording share, so that it need not be built for each of them.
///
/// A batch that is given out shares the table's memory. A new series copies it, at most once a batch.
struct BatchTable: Sendable {
    /// So many series a table has; the next one begins a new table.
    static let limit = 65_536
    private static let absent = UInt32.max

    /// How many tables there were before this one.
    private(set) var generation = 0
    /// By place.
    private(set) var keys: [SeriesKey] = []
    /// By the number of the series in the recording.
    private var places: [UInt32] = []

    /// Learns of the series with the next number.
    mutating func addSeries() {
        places.append(Self.absent)
    }

    /// True where the table has the series or has room for it.
    @inline(__always)
    func hasRoom(for number: Int) -> Bool {
        places[number] != Self.absent || keys.count < Self.limit
    }

    /// The place of a series, given now if it has none.
    @inline(__always)
    mutating func place(of number: Int, in series: borrowing SeriesTable) -> UInt32 {
        let place = places[number]
        return place == Self.absent ? add(number, series.keys[number]) : place
    }

    /// Begins a new table.
    mutating func removeAll() {
        keys = []
        generation += 1
        for number in places.indices { places[number] = Self.absent }
    }

    private mutating func add(_ number: Int, _ key: SeriesKey) -> UInt32 {
        let place = UInt32(keys.count)
        keys.append(key)
        places[number] = place
        return place
    }
}
