package import Samples

/// A series that had anomalies.
package struct LoudSeries: Equatable, Sendable {
    /// The file.
    package let path: String
    /// The series in it.
    package let series: SeriesKey
    /// How many anomalies it had, at least one.
    package let anomalies: Int
    /// Its share of all anomalies, in 0 ... 1.
    package let share: Double

    /// The loudest ones first, at most `limit`; of equally loud ones those that were met first.
    static func ranked(in files: [FileHistory], limit: Int) -> [LoudSeries] {
        let total = files.reduce(0) { $0 + $1.series.reduce(0) { $0 + $1.anomalies.count } }
        let loud = files.flatMap { file in
            file.series.filter { !$0.anomalies.isEmpty }.map { series in
                LoudSeries(
                    path: file.path, series: series.key, anomalies: series.anomalies.count,
                    share: Double(series.anomalies.count) / Double(total))
            }
        }
        return Array(loud.sorted { $0.anomalies > $1.anomalies }.prefix(limit))
    }
}
