import Samples

/// How a recording is written.
package enum RecordingFormat: String, CaseIterable, Sendable {
    /// `timestamp,value`, `timestamp,<series>,<series>…` or `timestamp,series,value`.
    case csv
    /// Lines of JSON, each a series: `/api/v1/export` of VictoriaMetrics.
    case export
    /// The JSON that `query` and `query_range` of Prometheus and VictoriaMetrics answer.
    case query
    /// OpenMetrics or Prometheus text with timestamps.
    case openmetrics
    /// The Influx line protocol with timestamps.
    case influx
    /// Andon's own: lines of JSON as the bus carries it.
    case andon

    /// A reader at the start of a file.
    ///
    /// - Parameter series: What a series is called that has no name of its own.
    func reader(series: SeriesKey) -> any FormatReader {
        switch self {
        case .csv: CSVLines(single: series)
        case .export: ExportLines(unnamed: series.name)
        case .query: QueryDocument(unnamed: series.name)
        case .openmetrics: OpenMetricsLines()
        case .influx: InfluxLines()
        case .andon: AndonLines()
        }
    }
}
