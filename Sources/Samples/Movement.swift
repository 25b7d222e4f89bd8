/// A sample that says something about other series' anomalies: it left its own normal, or its series is new.
///
/// Samples that behave are not movements, so what travels on from detection is in proportion to what is abnormal.
/// The memory layout is what stages of one build exchange: no padding, no pointers.
public struct Movement: Equatable, Sendable, BitwiseCopyable {
    /// The series, as numbered by the process that routes samples.
    public var series: UInt32
    /// 1 while the series is too new to be judged and `expected` is 0; else 0.
    public var newcomer: UInt32
    /// The event-time step that the sample was counted to, milliseconds since 1970 UTC.
    public var step: Int64
    /// Typical milliseconds between samples of the series; 0 while there was only one.
    public var interval: Int64
    /// When the sample was taken, milliseconds since 1970 UTC.
    public var time: Int64
    /// In the unit of the series.
    public var value: Double
    /// In the unit of the series.
    public var expected: Double
    /// Distance from what was expected, in scales; positive is above. 0 for a newcomer.
    public var residual: Float
    /// How strange the sample is, in 0 ... 1.
    public var score: Float

    /// One movement.
    public init(
        series: UInt32, newcomer: Bool, step: Int64, interval: Int64 = 0, time: Int64, value: Double, expected: Double,
        residual: Float, score: Float
    ) {
        self.series = series
        self.newcomer = newcomer ? 1 : 0
        self.step = step
        self.interval = interval
        self.time = time
        self.value = value
        self.expected = expected
        self.residual = residual
        self.score = score
    }
}
