/// Evidence over time that a series is abnormal: the surprise of its samples, added up less an allowance for each, never
/// below zero.
///
/// One sample with a chance of 1e-10 weighs as much as four of 1e-4 in a row, so that a spike is seen at once and a
/// slow departure soon. While all is normal, the chance that the sum reaches `h` at a given sample is about 10^-h.
///
/// - Reference: Page (1954), "Continuous inspection schemes" (CUSUM), with the log of a p-value as its increment.
public enum EvidenceLevel {
    /// What each sample has to exceed to add anything, in powers of ten: as strange as one in a hundred.
    public static let allowance: Float = 2

    /// The level after a sample.
    public static func after(_ level: Float, surprise: Float) -> Float {
        max(0, level + surprise - allowance)
    }
}
