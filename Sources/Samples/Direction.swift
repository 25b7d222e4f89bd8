/// Which way a value must leave its band to count as abnormal.
public enum Direction: String, CaseIterable, Sendable {
    /// Only above what was expected.
    case above
    /// Only below what was expected.
    case below
    /// Either way.
    case both
}
