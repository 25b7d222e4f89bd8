import Detection
package import Evaluation
package import Samples

/// One file of the history, held in memory so that it can be replayed many times.
///
/// 16 bytes a sample, 20 in a file of several series.
package struct TuningUnit: Sendable {
    /// The path relative to the input, as labels name it.
    package let path: String
    /// When something was wrong, ascending; `nil` where the labels do not speak of the file.
    package let windows: [LabelWindow]?
    /// In the order in which they were met.
    package private(set) var series: [SeriesKey] = []
    /// Milliseconds since 1970 UTC, in the order of the file.
    private(set) var times: [Int64] = []
    private var values: [Double] = []
    /// By sample: its series; empty as long as there is but one.
    private var indices: [UInt32] = []
    /// By series: its earliest and its latest time.
    private var spans: [ClosedRange<Int64>?] = []
    private var numbers: [SeriesKey: UInt32] = [:]

    init(path: String, windows: [LabelWindow]?) {
        self.path = path
        self.windows = windows?.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    }

    /// How many samples there are.
    package var count: Int { times.count }

    /// How long each series was watched, in days of 86,400 s.
    var days: [Double] {
        spans.map { span in span.map { (Double($0.upperBound) - Double($0.lowerBound)) / 86_400_000 } ?? 0 }
    }

    /// The number of a series in this file, given now if it has none.
    mutating func number(of key: SeriesKey) -> UInt32 {
        if let number = numbers[key] { return number }
        let number = UInt32(series.count)
        if number == 1 { indices = [UInt32](repeating: 0, count: times.count) }
        numbers[key] = number
        series.append(key)
        spans.append(nil)
        return number
    }

    /// Adds a sample of the series with a number.
    mutating func append(_ number: UInt32, time: Int64, value: Double) {
        times.append(time)
        values.append(value)
        if series.count > 1 { indices.append(number) }
        guard let span = spans[Int(number)] else { return spans[Int(number)] = time...time }
        if !span.contains(time) { spans[Int(number)] = min(span.lowerBound, time)...max(span.upperBound, time) }
    }

    /// Gives a stretch of samples their steps, as Ingest does, and appends them to `routed`.
    func route(_ rows: Range<Int>, by clock: inout StepClock, into routed: inout RoutedSamples) {
        for row in rows {
            routed.append(
                series: indices.isEmpty ? 0 : indices[row], time: times[row], step: clock.step(of: times[row]),
                value: values[row])
        }
    }
}
