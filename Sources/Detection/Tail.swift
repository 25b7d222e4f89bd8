/// How large the residuals of one stream of one series are on one side, as that series' own past tells: the threshold
/// that one in a hundred exceeds, and by how much those exceed it on average, on a logarithmic scale.
///
/// The chance of a residual is taken to be `0.01 ^ ((size / threshold) ^ (1 / weight))`, a Weibull tail: one number, the
/// weight, tells a Gaussian's (about 0.7) from an exponential's (about 1.2 on one side) and a log-normal's (about 2). A
/// series with wild residuals needs a wilder one to be strange, and the same chance means the same on every series.
/// Threshold and weight forget: their gains stop falling, so some thousand samples are remembered.
///
/// It works once a few hundred samples were seen; before that the start values, wider than a Gaussian's, dominate.
/// It does not work where residuals are not exchangeable; ``Persistence`` makes up for clusters. Where the tail is a power
/// of the size it tells too small a chance: Student's t with 3 degrees raises some eight false alarms in 100 000 samples.
///
/// - Reference: Girard (2004), "A Hill type estimator of the Weibull tail-coefficient"; Tierney (1983), "A
///   space-efficient recursive procedure for estimating a quantile of an unknown distribution".
public struct Tail: Equatable, Sendable {
    /// The chance of a residual beyond ``threshold``.
    public static let exceedance = 0.01

    /// In scales; a Gaussian's would be 2.33.
    public private(set) var threshold: Float = 3
    /// Mean of ln(size / threshold) beyond the threshold.
    private var excess: Float = 0.8 * Tail.unit
    private var seen: Float = 100
    private var exceeded: Float = 10

    /// -ln(``exceedance``).
    private static let depth = 4.605_170_186
    /// The mean log excess of a tail of weight 1: e^depth · E1(depth), with E1 the exponential integral.
    private static let unit: Float = 0.183
    /// Memory of the threshold, in samples, and of the weight, in samples beyond the threshold.
    private static let memory: (samples: Float, excesses: Float) = (5000, 100)
    /// An excess counts as at most so many mean ones, so that one giant does not make the tail deaf at once.
    private static let largestExcess: Float = 3
    /// No tail is taken to be lighter than a Gaussian's far out, nor does its threshold fall below 2 scales.
    private static let least: (weight: Float, threshold: Float) = (0.5, 2)

    /// A tail that has seen nothing: threshold 3 scales, weight 0.8.
    public init() {}

    /// How heavy the tail is, at least 0.5: the Weibull tail coefficient.
    public var weight: Float { max(Self.least.weight, excess / Self.unit) }

    /// The chance of a residual at least this large on this side, in 0 ... 1.
    ///
    /// - Parameter size: distance from what was expected, in scales, at least 0.
    public func pValue(of size: Float) -> Double {
        guard size > 0 else { return 1 }
        let logRatio = Double(Power.logarithm(size / threshold))
        return Power.exponential(-Self.depth * Power.exponential(logRatio / Double(weight)))
    }

    /// The size whose chance is `pValue`, in (0, 1): where a band of normal values ends.
    public func size(ofPValue pValue: Double) -> Float {
        threshold * Power.exponential(Float(Power.logarithm(-Power.logarithm(pValue) / Self.depth)) * weight)
    }

    /// Takes one residual into account, by its weight in 0 ... 1; 0 where the residual was on the other side.
    ///
    /// The threshold moves on a logarithmic scale; below it the steps are so small that a product does.
    public mutating func learn(_ size: Float, weight: Float = 1) {
        let gain = weight * excess / min(seen, Self.memory.samples)
        if size > threshold {
            let beyond = Power.logarithm(size / threshold)
            exceeded = min(exceeded + weight, Self.memory.excesses)
            threshold *= Power.exponential(gain * (1 / Float(Self.exceedance) - 1))
            excess += weight * (min(beyond, Self.largestExcess * excess) - excess) / exceeded
        } else {
            threshold = max(Self.least.threshold, threshold * (1 - gain))
        }
        seen = min(seen + weight, Self.memory.samples)
    }
}
