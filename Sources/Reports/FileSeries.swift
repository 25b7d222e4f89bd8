/// A series of a file: what rows, charts and anomalies of a report are about.
package struct FileSeries: Hashable, Sendable {
    /// The path relative to the input.
    package var file: String
    /// The series as text, for instance `cpu_usage{host="alpha"}`.
    package var series: String

    /// A series of a file.
    package init(file: String, series: String) {
        self.file = file
        self.series = series
    }
}
