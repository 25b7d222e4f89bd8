import Evaluation
import Samples

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What the Numenta Anomaly Benchmark counts on a file of one series, with the openings of anomalies as detections.
///
/// A row is a sample of the history. The first 15 % of the rows, 750 at most, do not count.
///
/// - Reference: Lavin and Ahmad (2015), "Evaluating real-time anomaly detection algorithms: the Numenta Anomaly
///   Benchmark"; the same rules as the benchmark's scorer of version 1.1.
struct NABSums: Equatable, Sendable {
    /// What the windows that were found earn, at most 1 each.
    private(set) var gain = 0.0
    /// What the false detections cost, at least -1 each.
    private(set) var loss = 0.0
    /// Windows that were found.
    private(set) var hit = 0
    /// Windows of which at least one row counts.
    private(set) var scorable = 0
    /// Windows that were labelled.
    private(set) var windows = 0

    /// Nothing counted yet.
    init() {}

    /// Counts a file.
    ///
    /// - Parameters:
    ///   - times: of the rows, in their order.
    ///   - windows: ascending, not overlapping.
    init(rows times: [Int64], windows labels: [LabelWindow], openings: [Opening]) {
        windows = labels.count
        let probation = min(times.count * 15 / 100, 750)
        let places = Self.places(of: labels, in: times)
        scorable = places.count { $0.upperBound >= probation }
        var next = 0
        var isHit = [Bool](repeating: false, count: places.count)
        for row in Self.rows(of: openings, in: times) where row >= probation {
            while next < places.count, places[next].upperBound < row { next += 1 }
            if next < places.count, places[next].contains(row) {
                guard !isHit[next] else { continue }
                isHit[next] = true
                hit += 1
                let left = Double(places[next].upperBound - row + 1) / Double(places[next].count)
                gain += Self.sigma(-left) / Self.sigma(-1)
            } else {
                loss += next > 0 ? Self.loss(Double(row - places[next - 1].upperBound), behind: places[next - 1]) : -1
            }
        }
    }

    /// Everything found at the first row of its window.
    static func perfect(windows: Int) -> NABSums {
        var sums = NABSums()
        (sums.gain, sums.hit, sums.scorable, sums.windows) = (Double(windows), windows, windows, windows)
        return sums
    }

    /// 100 for a perfect detector, 0 for one that never fires; `nil` without windows.
    func score(_ profile: TuningObjective.Profile) -> Double? {
        guard windows > 0 else { return nil }
        let (miss, alarm) = profile.costs
        let raw = gain - miss * Double(scorable - hit) + alarm * loss
        let null = -miss * Double(windows)
        return 100 * (raw - null) / (Double(windows) - null)
    }

    static func += (sums: inout NABSums, other: NABSums) {
        sums.gain += other.gain
        sums.loss += other.loss
        sums.hit += other.hit
        sums.scorable += other.scorable
        sums.windows += other.windows
    }

    /// The rows of each window; one that no row lies in is left out.
    private static func places(of windows: [LabelWindow], in times: [Int64]) -> [ClosedRange<Int>] {
        var places: [ClosedRange<Int>] = []
        var row = 0
        for window in windows {
            while row < times.count, times[row] < window.start.milliseconds { row += 1 }
            guard row < times.count, times[row] <= window.end.milliseconds else { continue }
            let left = row
            while row + 1 < times.count, times[row] < window.end.milliseconds,
                times[row + 1] <= window.end.milliseconds
            {
                row += 1
            }
            places.append(left...row)
            row += 1
        }
        return places
    }

    /// The row of each opening: the first with its time.
    private static func rows(of openings: [Opening], in times: [Int64]) -> [Int] {
        var row = 0
        return openings.compactMap { opening in
            while row < times.count, times[row] != opening.opened.milliseconds { row += 1 }
            return row < times.count ? row : nil
        }
    }

    /// What a false detection costs so many rows behind a window; nearly nothing at once, all of it after three widths.
    private static func loss(_ distance: Double, behind place: ClosedRange<Int>) -> Double {
        let position = distance / Double(place.count - 1)
        return position > 3 ? -1 : sigma(position)
    }

    private static func sigma(_ x: Double) -> Double { 2 / (1 + exp(5 * x)) - 1 }
}
