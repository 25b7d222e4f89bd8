/// What the changes in whose leases an anomaly opened mean for it.
struct ChangeGrant: Equatable, Sendable {
    /// The changes, those that began last first.
    private var leases: [ChangeLease] = []
    /// From this time of the series on its level is accepted as normal, milliseconds since 1970 UTC; `nil` where no change speaks for it.
    private(set) var acceptance: Int64?

    /// Changes that an anomaly names at most.
    private static let limit = 8

    /// A level is accepted no sooner than from so many samples: fewer say too little of where it is.
    static let leastAccepted = 8

    /// Ids of the changes, those that began last first.
    var changes: [String] { leases.map(\.id) }

    /// Adds a change in whose lease the anomaly opened at `time`.
    mutating func add(_ lease: ChangeLease, opened time: Int64) {
        leases.removeAll { $0.id == lease.id }
        leases.append(lease)
        leases.sort { ($1.range.lowerBound, $0.id) < ($0.range.lowerBound, $1.id) }
        leases.removeLast(max(0, leases.count - Self.limit))
        acceptance = max(acceptance ?? .min, lease.acceptance(ofOpening: time))
    }
}
