/// The twelve largest sizes that a stream of residuals has shown, in any order.
///
/// The smallest of them is the quantile that twelve in all samples exceed, and the mean distance of the others from it is the
/// scale of an exponential tail: where a sample is larger than all that was ever seen, that is all there is to judge it by.
///
/// - Reference: Pickands (1975), "Statistical inference using extreme order statistics"; Hosking and Wallis (1987) for the
///   generalised Pareto distribution, of which this is the case with shape 0.
struct LargestResiduals: Equatable, Sendable {
    static let count = 12

    /// Lanes behind the twelfth are infinite, so that no smallest one is found there; -1 is a place still free.
    private var sizes: SIMD16<Float>

    init() {
        sizes = SIMD16(repeating: -1)
        for lane in Self.count..<16 { sizes[lane] = .infinity }
    }

    /// The smallest of them; less than 0 while there are fewer than twelve.
    var least: Float { sizes.min() }

    /// The largest of them; less than 0 where there is none.
    var most: Float { sizes.replacing(with: -1, where: sizes .== .infinity).max() }

    /// How far they lie beyond the smallest of them, on average of the eleven others.
    var meanExcess: Float {
        let kept = sizes.replacing(with: 0, where: sizes .== .infinity)
        return max(0, (kept.sum() - Float(Self.count) * least) / Float(Self.count - 1))
    }

    /// Takes the place of the smallest, where it is larger.
    mutating func insert(_ size: Float) {
        let smallest = least
        guard size > smallest else { return }
        for lane in 0..<Self.count where sizes[lane] == smallest {
            sizes[lane] = size
            return
        }
    }

    /// Takes the place of an earlier one of the same stretch of samples, where it is larger.
    ///
    /// - Returns: the size that stands for the stretch now; -1 where it has none among the largest.
    mutating func replace(_ earlier: Float, by size: Float) -> Float {
        guard size > earlier else { return earlier }
        for lane in 0..<Self.count where earlier >= 0 && sizes[lane] == earlier {
            sizes[lane] = size
            return size
        }
        guard size > least else { return -1 }
        insert(size)
        return size
    }

    /// The twelve largest of both.
    func merged(with other: Self) -> Self {
        var result = self
        for lane in 0..<Self.count { result.insert(other.sizes[lane]) }
        return result
    }
}
