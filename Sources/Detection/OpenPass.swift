import Baselines
import LinearAlgebra

/// The pass of a block that is being filled: at most one sample of each series, all in the same stretch of the civil week.
struct OpenPass: Sendable {
    /// Places that have a sample in this pass, in the order of arrival.
    var present: [Int] = []
    /// By place: what the baselines read; NaN where there is no sample.
    var inputs: PassInputs
    /// By baseline: what they wrote.
    var outputs: [PassOutputs]
    /// By place: the sample itself.
    var values: [Double]
    /// By place: which row of the report's scores is the sample's.
    var rows: [Int]
    /// By place: milliseconds since 1970 UTC.
    var times: [Int64]
    /// By place: milliseconds since 1970 UTC.
    var steps: [Int64]

    init(capacity: Int) {
        inputs = PassInputs(capacity: capacity)
        outputs = []
        values = [Double](repeating: 0, count: capacity)
        rows = [Int](repeating: 0, count: capacity)
        times = [Int64](repeating: 0, count: capacity)
        steps = [Int64](repeating: 0, count: capacity)
    }

    /// True where a sample of the series at `index`, in this stretch of the civil week, can join.
    func accepts(_ index: Int, at place: ClockPlace) -> Bool {
        present.isEmpty || (place == inputs.place && inputs.values[index].isNaN)
    }

    /// Puts a sample in.
    mutating func put(
        _ place: Int, row: Int, value: Double, time: Int64, step: Int64, at moment: ClockMoment, interval: Float
    ) {
        inputs.place = moment.place
        inputs.set(place, value: Float(Self.cut(value)), phase: moment.phase, interval: interval)
        present.append(place)
        rows[place] = row
        values[place] = value
        times[place] = time
        steps[place] = step
    }

    /// A value as baselines take it. Cut before it is narrowed or added up: a finite value must not become an infinity,
    /// which is no sample.
    static func cut(_ value: Double) -> Double {
        min(max(value, -Double(PassInputs.largestValue)), Double(PassInputs.largestValue))
    }

    /// Empties the pass.
    mutating func clear() {
        inputs.clear()
        present.removeAll(keepingCapacity: true)
    }
}
