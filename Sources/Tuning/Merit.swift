/// How good a policy is, as far as it was tried: first that the bound is kept, then what it is worth.
struct Merit: Comparable, Sendable {
    /// By how much the bound is exceeded, in its unit; 0 where it is kept or there is none.
    var overshoot: Double
    /// Higher is better.
    var value: Double
    /// Decides between equals where the objective asks for it, higher is better: see ``PolicySpace/sensitivity(of:)``.
    var sensitivity = 0.0

    /// Worse is less.
    static func < (a: Merit, b: Merit) -> Bool {
        if a.overshoot != b.overshoot { return a.overshoot > b.overshoot }
        return a.value != b.value ? a.value < b.value : a.sensitivity < b.sensitivity
    }
}
