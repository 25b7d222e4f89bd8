/// One replayed file: its series with their anomalies, its labels, and where it is asked for, the score of every row.
package struct FileHistory: Equatable, Sendable {
    /// The path relative to the input, as labels name it.
    package var path: String
    /// The series of the file, in the order in which they were met.
    package var series: [SeriesHistory]
    /// When something was wrong, ascending; `nil` where the labels do not speak of the file.
    package var windows: [LabelWindow]?
    /// The score of every row; `nil` where nobody asked for it.
    package var rows: RowScores?

    /// A file.
    package init(path: String, series: [SeriesHistory], windows: [LabelWindow]? = nil, rows: RowScores? = nil) {
        self.path = path
        self.series = series
        self.windows = windows
        self.rows = rows
    }
}
