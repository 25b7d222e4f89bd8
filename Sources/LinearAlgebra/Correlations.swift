/// Pearson's correlation of one window with each of many, each in -1 ... 1: how far they move together, whatever
/// their units.
///
/// A value that is not finite counts as the mean of its window, so it speaks neither for nor against. A window that
/// does not vary, or has no finite value, correlates with nothing: 0.
///
/// - Parameters:
///   - target: one window.
///   - windows: one row per candidate, as long as the target.
/// - Returns: one correlation per row.
/// - Cost: two walks through the matrix and one `sgemv`; one copy of the matrix.
public func correlations(of target: [Float], with windows: Matrix) -> [Float] {
    precondition(target.count == windows.columns, "Windows of one length.")
    var unitTarget = target
    standardise(&unitTarget, target.indices)
    var unitWindows = windows
    for row in 0..<windows.rows {
        standardise(&unitWindows.elements, row * windows.columns..<(row + 1) * windows.columns)
    }
    var result = [Float](repeating: 0, count: windows.rows)
    BLAS.gemv(unitWindows, unitTarget, into: &result)
    // Rounding may leave the interval by a few units of the last place.
    for row in result.indices { result[row] = min(max(result[row], -1), 1) }
    return result
}

/// Moves a window, a range of the elements, to mean 0 and length 1, or to zeros if it does not vary. In double precision:
/// no window that a float can hold overflows, and a constant one shows as such.
private func standardise(_ elements: inout [Float], _ window: Range<Int>) {
    var (sum, finite, largest) = (0.0, 0.0, 0.0)
    for value in elements[window] where value.isFinite {
        sum += Double(value)
        finite += 1
        largest = max(largest, abs(Double(value)))
    }
    let mean = finite > 0 ? sum / finite : 0
    var squares = 0.0
    for value in elements[window] where value.isFinite { squares += (Double(value) - mean) * (Double(value) - mean) }
    // Less variation than the last bit of its values is rounding, not movement.
    let rounding = largest * Double(Float.ulpOfOne)
    let factor = squares > finite * rounding * rounding ? 1 / squares.squareRoot() : 0
    for index in window {
        let value = elements[index]
        elements[index] = value.isFinite ? Float((Double(value) - mean) * factor) : 0
    }
}
