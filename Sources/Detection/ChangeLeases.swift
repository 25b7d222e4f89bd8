import Samples

/// The leases of the newest changes, also of those that are over: the time of a series may lie behind that of others. Bounded.
struct ChangeLeases: Sendable {
    /// As many are remembered at most; the one that is over first is forgotten first.
    static let limit = 1024

    private var all: [ChangeLease] = []
    /// From the first beginning to the last end: outside nothing is looked for.
    private var hull: Range<Int64>?

    /// Remembers a lease, in the place of one with the same id; `nil` only forgets that.
    ///
    /// - Returns: the lease that was forgotten for want of room.
    mutating func take(_ lease: ChangeLease?, id: String) -> ChangeLease? {
        all.removeAll { $0.id == id }
        if let lease { all.append(lease) }
        var forgotten: ChangeLease?
        if all.count > Self.limit,
            let first = all.indices.min(by: { all[$0].range.upperBound < all[$1].range.upperBound })
        {
            forgotten = all.remove(at: first)
        }
        let ends = all.map(\.range.upperBound)
        hull = all.map(\.range.lowerBound).min().map { $0..<(ends.max() ?? $0) }
        return forgotten
    }

    /// The leases that hold for a series at a time of its own, in the order in which they came.
    func holding(for key: SeriesKey, at time: Int64, serviceLabels: [String]) -> [ChangeLease] {
        guard let hull, hull.contains(time) else { return [] }
        let running = all.filter { $0.range.contains(time) }
        guard !running.isEmpty else { return [] }
        let service = key.service(by: serviceLabels)
        return running.filter { $0.selects(key, service: service) }
    }

    /// Forgets all.
    mutating func removeAll() { self = ChangeLeases() }
}
