public import Samples

/// An anomaly that opened, grew worse or closed, at the event-time step at which that was decided.
public struct Transition: Equatable, Sendable {
    /// Milliseconds since 1970 UTC.
    public var step: Int64
    /// The series, as numbered by the process that routes samples.
    public var series: UInt32
    /// Typical milliseconds between samples of the series; 0 where only one is known.
    public var interval: Int64
    /// As it stands, without revision and suspects: those are added where all series are seen.
    public var anomaly: Anomaly
    /// By how many powers of ten it is rarer than its own series asks, so far; at least 0. Alarm budgets go by it.
    public var excess: Float
    /// False where nothing changed that people are told of, only ``excess``.
    public var isNews = true

    /// One transition.
    public init(step: Int64, series: UInt32, interval: Int64, anomaly: Anomaly, excess: Float = 0) {
        self.step = step
        self.series = series
        self.interval = interval
        self.anomaly = anomaly
        self.excess = excess
    }
}
