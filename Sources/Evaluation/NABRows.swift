/// What a detection in each row of a file would be worth under the rules of the Numenta benchmark.
///
/// - Reference: Lavin, Ahmad (2015), "Evaluating real-time anomaly detection algorithms"; version 1.1 of the scorer.
struct NABRows {
    /// A row that is scored.
    struct Row {
        /// Higher is stranger; a score that is not a number is below all others.
        let score: Float
        /// True where an anomaly opened.
        let isDecided: Bool
        /// Narrow, for there is one for each row of a history; -1 for none.
        private let windowNumber: Int32
        /// What a detection earns inside a window, or costs outside of all, in 0 ... 1.
        let worth: Double

        init(score: Float, isDecided: Bool, window: Int?, worth: Double) {
            self.score = score.isNaN ? -.infinity : score
            self.isDecided = isDecided
            self.windowNumber = window.map { Int32($0) } ?? -1
            self.worth = worth
        }

        /// The number of the window it lies in; `nil` outside of all.
        var window: Int? { windowNumber < 0 ? nil : Int(windowNumber) }

        /// The same row where windows are numbered on from those of other files.
        func renumbered(by offset: Int) -> Row {
            Row(score: score, isDecided: isDecided, window: window.map { $0 + offset }, worth: worth)
        }
    }

    /// How many windows the file has.
    let windows: Int
    /// Windows with at least one scored row.
    let scorableWindows: Int
    /// The scored rows: all but the probation at the head of the file.
    let rows: [Row]

    init(windows: [LabelWindow], rows: RowScores) {
        let ranges = WindowRows(of: windows, times: rows.times).ranges
        let probation = Self.probation(rows.count)
        let covered = ranges.enumerated().compactMap { number, range in range.map { (number: number, rows: $0) } }
        var scored: [Row] = []
        scored.reserveCapacity(rows.count - probation)
        var next = 0
        for index in 0..<rows.count {
            if next < covered.count, covered[next].rows.upperBound < index { next += 1 }
            guard index >= probation else { continue }
            let inside = next < covered.count && covered[next].rows.contains(index)
            let worth =
                inside
                ? Self.gain(at: index, in: covered[next].rows)
                : Self.price(at: index, behind: next > 0 ? covered[next - 1].rows : nil)
            scored.append(
                Row(
                    score: rows.scores[index], isDecided: rows.decisions[index],
                    window: inside ? covered[next].number : nil, worth: worth))
        }
        self.windows = windows.count
        scorableWindows = covered.count { $0.rows.upperBound >= probation }
        self.rows = scored
    }

    /// How many rows at the head of a file are not scored: 15 % of them, at most 750.
    static func probation(_ count: Int) -> Int { min(Int(0.15 * Double(count)), 750) }

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

    /// What the detections in some of the rows come to.
    func tally(where isDetection: (Row) -> Bool) -> NABTally {
        var tally = NABTally(windows: windows, scorableWindows: scorableWindows)
        var earned = [Double](repeating: 0, count: windows)
        for row in rows where isDetection(row) { tally.detect(row, earned: &earned) }
        return tally
    }

    /// What the detections in the rows of at least that score come to; none for `nil`.
    func tally(atLeast threshold: Float?) -> NABTally {
        tally { row in threshold.map { row.score >= $0 } ?? false }
    }
}
