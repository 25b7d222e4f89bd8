package import Samples

/// What a detection in each row of a file would be worth under the rules of the Numenta benchmark.
///
/// Holds nothing for each row: a row's worth follows from where the windows lie.
///
/// - Reference: Lavin, Ahmad (2015), "Evaluating real-time anomaly detection algorithms"; version 1.1 of the scorer.
package struct NABRows: Sendable {
    /// A row that is scored.
    struct Row {
        /// The number of the window it lies in; `nil` outside of all.
        let window: Int?
        /// What a detection earns inside a window, or costs outside of all, in 0 ... 1.
        let worth: Double
    }

    /// How many windows the file has.
    let windows: Int
    /// How many rows at the head of the file are not scored.
    let probation: Int
    /// Windows that have rows, ascending.
    private let covered: [(number: Int, rows: ClosedRange<Int>)]

    /// A file whose rows have these times, in milliseconds since 1970 UTC.
    ///
    /// - Parameter from: rows before that are not scored either; `nil` for none.
    package init(windows: [LabelWindow], times: [Int64], from: EventTime? = nil) {
        let ranges = WindowRows(of: windows, times: times).ranges
        covered = ranges.enumerated().compactMap { number, range in range.map { (number: number, rows: $0) } }
        let unsaid = from.map { from in times.firstIndex { $0 >= from.milliseconds } ?? times.count }
        probation = max(Self.probation(times.count), unsaid ?? 0)
        self.windows = windows.count
    }

    /// Windows with at least one scored row.
    var scorableWindows: Int { covered.count { $0.rows.upperBound >= probation } }

    /// How many rows at the head of a file are not scored: 15 % of them, at most 750.
    static func probation(_ count: Int) -> Int { min(Int(0.15 * Double(count)), 750) }

    /// What a detection in a row is worth; `nil` in the probation at the head of the file.
    func row(_ index: Int) -> Row? {
        guard index >= probation else { return nil }
        let next = covered.partitioningIndex { $0.rows.upperBound >= index }
        if next < covered.count, covered[next].rows.contains(index) {
            return Row(window: covered[next].number, worth: Self.gain(at: index, in: covered[next].rows))
        }
        return Row(window: nil, worth: Self.price(at: index, behind: next > 0 ? covered[next - 1].rows : nil))
    }

    /// What a detection inside a window earns: 1 in its first row.
    private static func gain(at index: Int, in window: ClosedRange<Int>) -> Double {
        let position = -Double(window.upperBound - index + 1) / Double(window.count)
        return Sigmoid.value(at: position) / Sigmoid.value(at: -1)
    }

    /// What a detection outside of all windows costs: 1, less within three widths behind the last window.
    ///
    /// A window of one row has no width in this sense: behind it the price is whole at once.
    private static func price(at index: Int, behind window: ClosedRange<Int>?) -> Double {
        guard let window else { return 1 }
        let distance = Double(index - window.upperBound) / Double(window.count - 1)
        return distance > 3 ? 1 : -Sigmoid.value(at: distance)
    }

    /// What detections in these rows come to.
    package func tally(of detections: some Sequence<Int>) -> NABTally {
        var tally = NABTally(windows: windows, scorableWindows: scorableWindows)
        var earned = [Double](repeating: 0, count: windows)
        for index in detections {
            guard let row = row(index) else { continue }
            tally.detect(row, earned: &earned)
        }
        return tally
    }
}
