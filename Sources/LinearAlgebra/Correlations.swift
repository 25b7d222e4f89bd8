/// Pearson's correlation of one window with each of many, each in -1 ... 1: how far they move together, whatever
/// their units. Where several windows are correlated with the same many, ``StandardisedWindows`` spares the repetition
/// and says what becomes of values that are not finite.
///
/// - Parameters:
///   - target: one window.
///   - windows: one row per candidate, as long as the target.
/// - Returns: one correlation per row.
/// - Cost: two walks through the matrix and one `sgemv`; one copy of the matrix.
public func correlations(of target: [Float], with windows: Matrix) -> [Float] {
    StandardisedWindows(windows).correlations(of: target)
}
