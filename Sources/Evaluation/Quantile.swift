/// The value below which a given share of some numbers lies.
enum Quantile {
    /// The quantile at `share`, in 0 ... 1, of ascending numbers; between two of them, linearly. `nil` without numbers.
    ///
    /// - Reference: Hyndman, Fan (1996), "Sample quantiles in statistical packages", type 7: what NumPy and R do.
    static func value(at share: Double, of ascending: [Double]) -> Double? {
        precondition((0...1).contains(share), "A share lies in 0 ... 1.")
        guard let last = ascending.indices.last else { return nil }
        let position = share * Double(last)
        let lower = Int(position)
        let upper = min(lower + 1, last)
        return ascending[lower] + (position - Double(lower)) * (ascending[upper] - ascending[lower])
    }
}
