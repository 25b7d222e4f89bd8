/// Wall-clock time of one zone, as a table of its offsets: what season slots are keyed by, safe over daylight saving.
///
/// Pure on purpose: whoever has a time-zone database fills the table once.
public struct CivilClock: Equatable, Sendable {
    /// The instants at which the zone's offset changes, ascending, milliseconds since 1970 UTC.
    public let transitions: [Int64]
    /// The offsets east of UTC in milliseconds: one before the first transition, then one behind each.
    public let offsets: [Int64]

    /// UTC: no transitions.
    public static let utc = CivilClock(transitions: [], offsets: [0])

    /// A zone from its table; `offsets` has one element more than `transitions`.
    public init(transitions: [Int64], offsets: [Int64]) {
        precondition(offsets.count == transitions.count + 1, "A zone needs one offset more than transitions.")
        self.transitions = transitions
        self.offsets = offsets
    }

    /// Milliseconds since local midnight, in 0 ..< 86 400 000.
    public func millisecondOfDay(_ milliseconds: Int64) -> Int64 {
        let local = milliseconds &+ offset(at: milliseconds)
        return local &- local.flooredQuotient(by: 86_400_000) &* 86_400_000
    }

    /// The day of the week, in 0 ..< 7; 0 is Monday.
    public func weekday(_ milliseconds: Int64) -> Int {
        // 1970-01-01 was a Thursday.
        let day = (milliseconds &+ offset(at: milliseconds)).flooredQuotient(by: 86_400_000) &+ 3
        return Int(day &- day.flooredQuotient(by: 7) &* 7)
    }

    /// The slot of the day, in `0 ..< slots`, all slots equally long.
    public func slot(_ milliseconds: Int64, ofDayIn slots: Int) -> Int {
        Int(millisecondOfDay(milliseconds) &* Int64(slots) / 86_400_000)
    }

    /// The day of the week, 0 for Monday.
    public func dayOfWeek(_ milliseconds: Int64) -> Int {
        // 1970-01-01 was a Thursday.
        let day = (milliseconds &+ offset(at: milliseconds)).flooredQuotient(by: 86_400_000) + 3
        return Int(day - day.flooredQuotient(by: 7) * 7)
    }

    /// Milliseconds east of UTC at an instant.
    public func offset(at milliseconds: Int64) -> Int64 {
        var (low, high) = (0, transitions.count)
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] <= milliseconds { low = middle + 1 } else { high = middle }
        }
        return offsets[low]
    }
}
