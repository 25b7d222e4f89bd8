/// How the rows of a recording name the series of their samples.
package enum RecordingShape: Sendable {
    /// Not at all: all rows are of one series, as in `timestamp,value`.
    case single
    /// By their columns, as in `timestamp,<series>,<series>…`.
    case wide
    /// Each for itself: `timestamp,series,value`, and every format but CSV.
    case named

    /// True where a row says of which series it is.
    package var namesSeries: Bool { self != .single }
}
