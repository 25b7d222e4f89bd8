/// What a baseline compares with what it expected.
public enum Statistic: Sendable {
    /// The sample.
    case value
    /// A mean of the newest samples, in the unit of the series.
    case level
    /// The natural logarithm of the mean size of the newest steps from sample to sample.
    case spread
}
