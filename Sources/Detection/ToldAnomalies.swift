import Samples

/// The newest anomalies that were told, as far as feedback may speak of them; bounded.
struct ToldAnomalies: Sendable {
    /// What is remembered of one.
    struct Told: Sendable {
        let id: String
        let series: SeriesKey
        let kind: Anomaly.Kind
        let onset: EventTime
        /// When it was told.
        let opened: EventTime
        /// The sample that closed it; `nil` while it is open.
        var end: EventTime?
        /// How far the series went in it; of an open one its episode knows.
        var departure = Departure()
    }

    /// How many are remembered at most.
    var capacity = 4096
    /// In the order in which they opened.
    private var all: [Told] = []

    /// Remembers one that opens.
    ///
    /// - Returns: how many were forgotten for it.
    mutating func open(_ anomaly: Anomaly) -> Int {
        all.append(
            Told(id: anomaly.id, series: anomaly.series, kind: anomaly.kind, onset: anomaly.onset, opened: anomaly.time)
        )
        // A whole part at once: what is behind it moves up once for many.
        guard all.count >= capacity + max(1, capacity / 8) else { return 0 }
        let surplus = all.count - capacity
        all.removeFirst(surplus)
        return surplus
    }

    /// Notes that one is over, where it is still remembered.
    mutating func close(_ anomaly: Anomaly, departure: Departure) {
        guard let place = all.lastIndex(where: { $0.id == anomaly.id }) else { return }
        all[place].end = anomaly.time
        all[place].departure = departure
    }

    /// The anomaly of an id.
    subscript(id: String) -> Told? { all.last { $0.id == id } }

    /// The newest of a series that began no later than `time`.
    func newest(of series: SeriesKey, at time: EventTime) -> Told? {
        all.filter { $0.series == series && $0.onset <= time }.max { $0.onset < $1.onset }
    }
}
