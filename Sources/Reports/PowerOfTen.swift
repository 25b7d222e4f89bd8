/// Powers of ten, exact where a `Double` can be.
enum PowerOfTen {
    /// Ten to the power of `exponent`; 0 below -323, infinite above 308.
    static func value(_ exponent: Int) -> Double {
        // Reading a text rounds once; multiplying rounds at every step.
        guard exponent <= 308 else { return .infinity }
        return Double("1e\(exponent)") ?? 0
    }

    /// The exponent of the largest power of ten that is not above `size`, which is finite and at least 1e-300.
    static func exponent(of size: Double) -> Int {
        precondition(size.isFinite && size >= 1e-300, "A size has a power of ten below it.")
        var exponent = Int((Double(size.exponent) * 0.301_029_995_663_981_2).rounded(.down))
        while value(exponent) > size { exponent -= 1 }
        while value(exponent + 1) <= size { exponent += 1 }
        return exponent
    }
}
