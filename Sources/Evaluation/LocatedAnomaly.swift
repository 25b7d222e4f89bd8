package import Samples

/// An anomaly together with where it happened.
package struct LocatedAnomaly: Equatable, Sendable {
    /// The file.
    package let path: String
    /// The series in it.
    package let series: SeriesKey
    /// The anomaly.
    package let span: AnomalySpan
    /// When it was over; while it is open, the last sample of its series.
    package let end: EventTime
    /// True where it opened inside a labelled window; `nil` where the labels do not speak of the file.
    package let isLabelled: Bool?

    /// All anomalies of some files, in the order of the files, their series, and as they opened.
    package static func all(in files: [FileHistory]) -> [LocatedAnomaly] {
        files.flatMap { file in
            file.series.flatMap { series in
                series.anomalies.map { span in
                    LocatedAnomaly(
                        path: file.path, series: series.key, span: span, end: span.closed ?? series.last,
                        isLabelled: file.isLabelled(span))
                }
            }
        }
    }
}
