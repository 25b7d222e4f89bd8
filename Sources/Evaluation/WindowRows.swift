import Samples

/// Which rows of a file each of its windows covers.
///
/// A window reaches from the first row with the time of its start to the first row with the time of its end. Where no
/// row has the time of its start, it begins with the earliest row inside; where none has that of its end, it ends with
/// the last row inside. Rows in between belong to it, also where time steps back. No row belongs to two windows: of
/// windows that overlap or touch, the later one begins behind the earlier one.
struct WindowRows {
    /// The rows of each window, ascending; `nil` where no row lies inside.
    let ranges: [ClosedRange<Int>?]

    /// Looks up ascending windows among the times of the rows, which need no order.
    init(of windows: [LabelWindow], times: [Int64]) {
        let isAscending = zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
        // Nearly all files are in order: those need no second list as long as the first.
        ranges =
            isAscending
            ? Self.ranges(of: windows, times: times, order: times.indices)
            : Self.ranges(of: windows, times: times, order: times.indices.sorted { (times[$0], $0) < (times[$1], $1) })
    }

    private static func ranges(
        of windows: [LabelWindow], times: [Int64], order: some RandomAccessCollection<Int>
    ) -> [ClosedRange<Int>?] {
        var next = 0
        return windows.map { window in
            let range = range(of: window, from: next, times: times, order: order)
            next = range.map { $0.upperBound + 1 } ?? next
            return range
        }
    }

    private static func range(
        of window: LabelWindow, from next: Int, times: [Int64], order: some RandomAccessCollection<Int>
    ) -> ClosedRange<Int>? {
        let (start, end) = (window.start.milliseconds, window.end.milliseconds)
        let lower = order.partitioningIndex { times[$0] >= start }
        let upper = order.partitioningIndex { times[$0] > end }
        let inside = order[lower..<upper]
        guard let first = inside.first(where: { $0 >= next }) else { return nil }
        let last = inside.first { times[$0] == end && $0 >= first } ?? inside.last { $0 >= first }
        return first...(last ?? first)
    }
}
