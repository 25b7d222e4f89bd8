/// How long the series of one alarm budget were watched in one hour of event time, added up over the series: what the budget is
/// given alarms for.
///
/// Told once the hour is over, so that what a budget has does not depend on how samples were cut into batches or dealt to
/// shards.
public struct Exposure: Equatable, Sendable, BitwiseCopyable {
    /// The step that ends the hour, milliseconds since 1970 UTC.
    public var step: Int64
    /// Milliseconds, summed over the series.
    public var milliseconds: Int64
    /// Which of the budgets in the settings.
    public var budget: Int64

    /// What was watched.
    public init(step: Int64, milliseconds: Int64, budget: Int) {
        self.step = step
        self.milliseconds = milliseconds
        self.budget = Int64(budget)
    }
}

/// Adds up ``Exposure``, hour by hour.
struct ExposureSum: Sendable {
    /// By budget, in the open hour.
    private var sums: [Int64] = []
    /// The step that ends the open hour; `Int64.max` before the first sample.
    private var end: Int64 = .max

    private static let hour: Int64 = 3_600_000

    /// Watched one series for so long, up to a step. Steps must not fall.
    mutating func add(_ milliseconds: Int64, budget: Int, step: Int64, into report: inout DetectionReport) {
        if step >= end { close(before: step, into: &report) }
        if end == .max { end = (step / Self.hour + 1) &* Self.hour }
        if budget >= sums.count { sums.append(contentsOf: repeatElement(0, count: budget + 1 - sums.count)) }
        sums[budget] += milliseconds
    }

    /// Tells the open hour, where it ends at or before a step.
    mutating func close(before step: Int64, into report: inout DetectionReport) {
        guard step >= end else { return }
        for budget in sums.indices where sums[budget] > 0 {
            report.exposures.append(Exposure(step: end, milliseconds: sums[budget], budget: budget))
            sums[budget] = 0
        }
        end = .max
    }
}
