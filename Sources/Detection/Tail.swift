/// How large the residuals of one stream of one series are on one side, as that series' own past tells: the threshold
/// that one in a hundred exceeds, and by how much those exceed it on average, on a logarithmic scale.
///
/// Beyond the threshold the tail is taken to be Pareto in 1 + size, with the mean log excess as its index: a series with
/// wild residuals needs a wilder one to be strange, and the same chance means the same on every series. For residuals
/// with a lighter tail, such as a Gaussian's, the chance told is too large rather than too small. Threshold and index
/// forget: their gains stop falling, so some thousand samples are remembered.
///
/// It works once a few hundred samples were seen; before that the start values, wider than a Gaussian's, dominate.
/// It does not work where residuals are not exchangeable, for instance strongly clustered in time.
///
/// - Reference: Hill (1975), "A simple general approach to inference about the tail of a distribution"; Siffer et al.
///   (2017) for peaks over a threshold in streams; Tierney (1983) for the recursive quantile.
public struct Tail: Equatable, Sendable {
    /// The chance of a residual beyond ``threshold``.
    public static let exceedance: Float = 0.01

    /// ln(1 + threshold).
    private var logThreshold: Float = 1.386
    /// How far residuals beyond the threshold lie beyond it on average, in ln(1 + size); a Gaussian's would be 0.1.
    public private(set) var index: Float = 0.25
    private var seen: Float = 100
    private var exceeded: Float = 5

    /// Memory of the threshold, in samples, and of the index, in samples beyond the threshold.
    private static let memory: (samples: Float, excesses: Float) = (5000, 100)
    /// An excess counts as at most so many mean ones, so that one giant does not make the tail deaf at once.
    private static let largestExcess: Float = 10
    /// No tail is taken to be lighter than a Gaussian's half, nor does its threshold fall below one scale.
    private static let least: (index: Float, logThreshold: Float) = (0.05, 0.693)

    /// A tail that has seen nothing: threshold 3 scales.
    public init() {}

    /// In scales; a Gaussian's would be 2.33.
    public var threshold: Float { Power.exponential(logThreshold) - 1 }

    /// The chance of a residual at least this large on this side, in 0 ... 1.
    ///
    /// - Parameter size: distance from what was expected, in scales, at least 0.
    public func pValue(of size: Float) -> Double {
        let logSize = Power.logarithm(onePlus: size)
        guard logSize > logThreshold else {
            return Double(1 - (1 - Self.exceedance) * logSize / logThreshold)
        }
        return Double(Self.exceedance) * Power.exponential(-Double(logSize - logThreshold) / Double(index))
    }

    /// The size whose chance is `pValue`, at most ``exceedance``: where a band of normal values ends.
    public func size(ofPValue pValue: Double) -> Float {
        let excess = index * Float(Power.logarithm(Double(Self.exceedance) / pValue))
        return Power.exponential(logThreshold + max(0, excess)) - 1
    }

    /// Takes one residual into account; 0 where the residual was on the other side.
    public mutating func learn(_ size: Float) {
        let logSize = Power.logarithm(onePlus: size)
        let gain = index / min(seen, Self.memory.samples)
        if logSize > logThreshold {
            let excess = min(logSize - logThreshold, Self.largestExcess * index)
            exceeded = min(exceeded + 1, Self.memory.excesses)
            logThreshold += gain * (1 / Self.exceedance - 1)
            index = max(Self.least.index, index + (excess - index) / exceeded)
        } else {
            logThreshold = max(Self.least.logThreshold, logThreshold - gain)
        }
        seen = min(seen + 1, Self.memory.samples)
    }
}
