package import Samples

/// What became of a source of history.
package struct HistoryOutcome: Sendable {
    /// Samples pushed.
    package internal(set) var samples = 0
    /// The series that they are of.
    package internal(set) var series: Set<SeriesKey> = []
    /// Of the samples, milliseconds since 1970 UTC; `Int64.max` without any.
    package internal(set) var oldest = Int64.max
    /// Of the samples, milliseconds since 1970 UTC; `Int64.min` without any.
    package internal(set) var newest = Int64.min
    /// What was read of each file.
    package internal(set) var readings: [FileReading] = []
    /// What could not be read, or not to its end, a sentence each.
    package internal(set) var failures: [String] = []

    /// Nothing.
    package init() {}

    /// Takes what became of another source too.
    package mutating func join(_ other: HistoryOutcome) {
        samples += other.samples
        series.formUnion(other.series)
        (oldest, newest) = (min(oldest, other.oldest), max(newest, other.newest))
        readings += other.readings
        failures += other.failures
    }
}
