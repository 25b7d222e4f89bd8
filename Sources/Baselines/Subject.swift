/// What a baseline is shown of a series.
public enum Subject: Hashable, Sendable {
    /// Its samples as they are.
    case sample
    /// Their natural logarithm, so that what swings by a share swings by a sum; nothing where a sample is not above 0.
    case logarithm
    /// The step from the sample before.
    case step
    /// What a season leaves of them: the sample less what was seen at this time of other days or weeks; nothing while the series is
    /// not known to have a season.
    case remainder
}
