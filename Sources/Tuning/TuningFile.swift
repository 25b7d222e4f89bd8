import Detection
package import Evaluation
import Samples

/// One file of the history, held in memory so that it can be replayed many times.
///
/// 16 bytes a sample, 20 in a file of several series.
package struct TuningFile: Sendable {
    /// The path relative to the input, as labels name it.
    package let path: String
    /// When something was wrong; `nil` where the labels do not speak of the file.
    package let labels: FileLabels?
    /// Its series, by their number in the whole history, in the order in which they were met.
    private(set) var series: [Int] = []
    /// Milliseconds since 1970 UTC, in the order of the file.
    private(set) var times: [Int64] = []
    private var values: [Double] = []
    /// By sample: its place in ``series``; empty as long as there is but one.
    private var indices: [UInt32] = []

    init(path: String, labels: FileLabels?) {
        self.path = path
        self.labels = labels
    }

    /// How many samples there are.
    package var count: Int { times.count }

    /// Adds a series by its number in the whole history, and gives its place.
    mutating func add(_ number: Int) -> UInt32 {
        if series.count == 1 { indices = [UInt32](repeating: 0, count: times.count) }
        series.append(number)
        return UInt32(series.count - 1)
    }

    /// Adds a sample of the series at a place.
    mutating func append(_ place: UInt32, time: Int64, value: Double) {
        times.append(time)
        values.append(value)
        if series.count > 1 { indices.append(place) }
    }

    /// Gives a stretch of samples their steps, as Ingest does, and appends them to `routed`.
    ///
    /// - Parameter numbers: by place: the number that a detector knows the series by.
    func route(_ rows: Range<Int>, by clock: inout StepClock, as numbers: [UInt32], into routed: inout RoutedSamples) {
        for row in rows {
            routed.append(
                series: numbers[indices.isEmpty ? 0 : Int(indices[row])], time: times[row],
                step: clock.step(of: times[row]), value: values[row])
        }
    }
}
