/// Many windows of one length, each moved to mean 0 and length 1, so that one product with a window correlates it with
/// all of them.
///
/// A value that is not finite counts as the mean of its window, so it speaks neither for nor against. A window that
/// does not vary, or has no finite value, becomes zeros and correlates with nothing.
///
/// - Cost: two walks through the matrix and one copy of it, once; then one `sgemv` for each correlated window.
public struct StandardisedWindows: Sendable {
    private var unit: Matrix

    /// - Parameter windows: one row per window.
    public init(_ windows: Matrix) {
        unit = windows
        for row in 0..<windows.rows {
            Self.standardise(&unit.elements, row * windows.columns..<(row + 1) * windows.columns)
        }
    }

    /// Pearson's correlation of a window, as long as the rows, with each row; in -1 ... 1.
    public func correlations(of target: [Float]) -> [Float] {
        precondition(target.count == unit.columns, "Windows of one length.")
        var unitTarget = target
        Self.standardise(&unitTarget, target.indices)
        return products(with: unitTarget)
    }

    /// Pearson's correlation of one of the rows with each row, itself included; in -1 ... 1.
    public func correlations(ofRow row: Int) -> [Float] {
        products(with: Array(unit.row(row)))
    }

    private func products(with unitTarget: [Float]) -> [Float] {
        var result = [Float](repeating: 0, count: unit.rows)
        BLAS.gemv(unit, unitTarget, into: &result)
        // Rounding may leave the interval by a few units of the last place.
        for row in result.indices { result[row] = min(max(result[row], -1), 1) }
        return result
    }

    /// Moves a window, a range of the elements, to mean 0 and length 1, or to zeros if it does not vary. In double
    /// precision: no window that a float can hold overflows, and a constant one shows as such.
    private static func standardise(_ elements: inout [Float], _ window: Range<Int>) {
        var (sum, finite, largest) = (0.0, 0.0, 0.0)
        for value in elements[window] where value.isFinite {
            sum += Double(value)
            finite += 1
            largest = max(largest, abs(Double(value)))
        }
        let mean = finite > 0 ? sum / finite : 0
        var squares = 0.0
        for value in elements[window] where value.isFinite {
            squares += (Double(value) - mean) * (Double(value) - mean)
        }
        // Less variation than the last bit of its values is rounding, not movement.
        let rounding = largest * Double(Float.ulpOfOne)
        let factor = squares > finite * rounding * rounding ? 1 / squares.squareRoot() : 0
        for index in window {
            let value = elements[index]
            elements[index] = value.isFinite ? Float((Double(value) - mean) * factor) : 0
        }
    }
}
