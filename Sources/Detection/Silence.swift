import Samples

/// A silence that was told and is open.
struct Silence: Sendable {
    /// The newest message about it.
    var anomaly: Anomaly
    /// When the series is taken as gone, milliseconds since 1970 UTC.
    var gone: Int64
}
