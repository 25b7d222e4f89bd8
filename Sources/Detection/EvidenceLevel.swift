/// Evidence over time that a series is abnormal: the surprise of its samples, added up less an allowance for each, never
/// below zero.
///
/// A spike is seen at once and a slow departure soon. While all is normal, the chance that the sum, with the newest
/// sample's surprise in full, reaches `h` at a given sample is about 10^-h. Where residuals repeat each other, a sample
/// in a row with others adds only what it is worth as a witness.
///
/// - Reference: Page (1954), "Continuous inspection schemes" (CUSUM), with the log of a p-value as its increment.
public enum EvidenceLevel {
    /// What each sample has to exceed to add anything, in powers of ten: as strange as one in a hundred.
    public static let allowance: Float = 2

    /// The level after a sample.
    ///
    /// - Parameter worth: what a sample in a row with others is worth, in 0 ... 1; see ``Persistence``.
    static func after(_ level: Float, surprise: Float, worth: Float = 1) -> Float {
        let excess = surprise - allowance
        return excess > 0 ? max(excess, level + worth * excess) : max(0, level + excess)
    }
}
