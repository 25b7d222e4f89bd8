/// A number for each series of a process, given when it is first met, dense from 0 and never reused.
public struct SeriesTable: Sendable {
    /// By number: `keys[id]` is the series `id`.
    public private(set) var keys: [SeriesKey] = []
    /// How many series there may be.
    public let limit: Int
    private var ids: [SeriesKey: UInt32] = [:]

    /// An empty table for at most `limit` series.
    public init(limit: Int) {
        precondition(limit >= 1 && limit < Int(UInt32.max), "A series table holds at least one series.")
        self.limit = limit
    }

    /// The number of a series, given now if it has none; `nil` when the table is full.
    public mutating func intern(_ key: SeriesKey) -> UInt32? {
        if let id = ids[key] { return id }
        guard keys.count < limit else { return nil }
        let id = UInt32(keys.count)
        keys.append(key)
        ids[key] = id
        return id
    }

    /// The number of a series that was met before.
    public func id(of key: SeriesKey) -> UInt32? { ids[key] }

    /// How many series are known.
    public var count: Int { keys.count }
}
