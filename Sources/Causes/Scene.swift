import Samples

/// What is to be explained: an anomaly, who acts in its series, and the grid of time it is seen on.
struct Scene {
    let anomaly: Anomaly
    let series: UInt32
    let service: String?
    let kind: MetricKind
    /// Typical milliseconds between samples, at least 1.
    let interval: Int64

    /// Milliseconds since 1970 UTC.
    var onset: Int64 { anomaly.onset.milliseconds }
    /// Milliseconds since 1970 UTC.
    var time: Int64 { anomaly.time.milliseconds }
}
