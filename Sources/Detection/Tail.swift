/// How large the residuals of one stream of one series are, as that series' own past tells.
///
/// Two views of the same past, joined where the rarer one begins. Up to the twelve largest sizes that were seen, a quantile
/// that one in a hundred exceeds and by how much those exceed it: a Weibull tail. Beyond, those twelve themselves: a size
/// `a` beyond the smallest of them, `u`, has in `n` samples the chance `12 / n · exp(-(a - u) / h)`, with `h` their mean
/// excess over `u`. A series with wild residuals needs a wilder one to be strange, and the same surprise means the same on
/// every series.
///
/// It forgets: the twelve are those of the newest two stretches of ``memory`` at most; the quantile remembers some thousand
/// samples. No single size counts as more than three times the largest so far. Its surprise counts in full after
/// ``settled`` samples, and not at all in the first ``silent``.
///
/// It works where residuals are exchangeable. In clusters they are strange together: ``Refractory`` tells of them once.
///
/// - Reference: Girard (2004), "A Hill type estimator of the Weibull tail-coefficient"; Tierney (1983), "A
///   space-efficient recursive procedure for estimating a quantile"; ``LargestResiduals``.
public struct Tail: Equatable, Sendable {
    /// What a sample belongs to.
    public enum Company: Sendable {
        /// Nothing: the sample before was not strange.
        case alone
        /// A long run of strange samples.
        case run
        /// An anomaly, or the first samples of a run: of all such in a row only the largest counts.
        case anomaly
        /// An anomaly that has lasted so long that it counts once more.
        case longAnomaly
    }

    /// Samples before the first surprise.
    public static let silent: Float = 30
    /// Samples after which a surprise counts in full; before, it grows with the square of their number.
    public static let settled: Float = 200
    /// How long a stretch of the largest sizes is, milliseconds: 20 days.
    public static let memory: Int64 = 20 * 86_400_000
    /// No sample is more surprising, in powers of ten.
    public static let mostSurprise: Float = 40

    /// Samples learned.
    public private(set) var seen: Float = 0
    /// Mean size, of some thousand samples.
    public private(set) var mean: Float = 0

    /// The size that one in a hundred exceeds, and the mean of ln(size / quantile) of those.
    private var quantile: Float = 0
    private var excess: Float = 0.8 * Tail.unit
    private var exceeded: Float = 10

    /// The largest size of the present run of abnormal samples, and of the one before it; -1: none of the twelve.
    private var stretch: Float = -1
    /// No size counts for more.
    private var ceiling: Float = 0
    private var newest = LargestResiduals()
    private var older = LargestResiduals()
    /// When the newest stretch began, milliseconds since 1970 UTC, and how many samples each had.
    private var began: Int64 = .min
    private var counts: (newest: Float, older: Float) = (0, 0)

    /// Below it a size neither surprises nor becomes one of the largest; -1: none was seen.
    private(set) var quiet: Float = -1

    private static let ln10: Float = 2.302_585
    /// -log10 of the chance beyond the quantile.
    private static let depth: Float = 2
    /// The mean log excess of a Weibull tail of weight 1: e^d · E1(d), with d = ln 100 and E1 the exponential integral.
    private static let unit: Float = 0.183
    /// No tail is lighter than a Gaussian's.
    private static let leastWeight: Float = 0.5
    /// The mean excess is at least this share of the smallest of the largest: twelve sizes may lie close together.
    private static let leastExcess: Float = 0.05
    private static let (meanMemory, quantileMemory, excessMemory): (Float, Float, Float) = (5000, 2000, 200)
    private static let countLimit: Float = 16_777_216

    /// A tail that has seen nothing.
    public init() {}

    /// How many times in powers of ten a size is rarer than always, in 0 ... ``mostSurprise``; 0 where it is as common as one in
    /// a hundred.
    ///
    /// - Parameters:
    ///   - size: the residual without its sign, in the unit that was learned.
    ///   - floor: sizes that differ by less are the same, in that unit; more than 0.
    public func surprise(of size: Float, floor: Float) -> Float {
        guard seen >= Self.silent, size > quiet else { return 0 }
        let (largest, rank) = extremes
        var surprise: Float
        if size > largest.least {
            surprise = rank + (size - largest.least) / (scale(of: largest, floor) * Self.ln10)
        } else {
            let ratio = Power.logarithm(size / max(quantile, floor))
            surprise = ratio > 0 ? Self.depth * Power.exponential(ratio / weight) : 0
            surprise = surprise > Self.depth ? min(surprise, rank) : 0
        }
        return min(surprise, Self.mostSurprise) * trust
    }

    /// The size from which on the surprise is at least this: where a band of normal values ends. Infinite while there is none.
    public func size(ofSurprise surprise: Float, floor: Float) -> Float {
        guard seen >= Self.silent else { return .infinity }
        let (largest, rank) = extremes
        let wanted = surprise / trust
        if wanted > rank {
            return largest.least + (wanted - rank) * Self.ln10 * scale(of: largest, floor)
        }
        let bulk = max(quantile, floor) * Power.exponential(Power.logarithm(wanted / Self.depth) * weight)
        return min(max(bulk, 0), largest.least)
    }

    /// Takes one size into account.
    ///
    /// No size counts as more than three times the largest that was seen before its run.
    public mutating func learn(_ size: Float, at time: Int64, as company: Company = .alone) {
        if began == .min || time - began >= Self.memory { turn(at: time) }
        if company == .alone { ceiling = 3 * max(newest.most, older.most, 2 * mean) }
        let size = seen > Self.silent && ceiling > 0 ? min(size, ceiling) : size
        seen = min(seen + 1, Self.countLimit)
        counts.newest = min(counts.newest + 1, Self.countLimit)
        if company == .anomaly {
            stretch = newest.replace(stretch, by: size)
        } else if company == .longAnomaly {
            stretch = newest.replace(-1, by: size)
        } else {
            mean += (size - mean) / min(seen, Self.meanMemory)
            follow(size)
            stretch = -1
            if size > newest.least {
                newest.insert(size)
                stretch = size
            }
        }
        quiet = max(0, min(quantile, newest.least))
    }

    /// Moves the quantile, by its own size: up by 99 steps where it is exceeded, down by one where not.
    private mutating func follow(_ size: Float) {
        guard quantile > 0 else {
            quantile = size
            return
        }
        let step = 0.3 / min(seen + 10, Self.quantileMemory)
        if size > quantile {
            let beyond = min(Power.logarithm(size / quantile), 1.5)
            exceeded = min(exceeded + 1, Self.excessMemory)
            excess += (beyond - excess) / exceeded
            quantile *= 1 + 99 * step
        } else {
            quantile *= 1 - step
        }
    }

    /// Begins a new stretch, unless the newest one has too few samples to stand for itself.
    private mutating func turn(at time: Int64) {
        if began == .min || counts.newest >= Self.settled {
            if began != .min { (older, counts) = (newest, (0, counts.newest)) }
            newest = LargestResiduals()
            began = time
        }
    }

    /// The largest sizes of both stretches, and how rare the smallest of them is, in powers of ten.
    private var extremes: (largest: LargestResiduals, rank: Float) {
        let largest = counts.older > 0 ? newest.merged(with: older) : newest
        let share = (counts.newest + counts.older) / Float(LargestResiduals.count)
        return (largest, share > 1 ? Power.logarithm(share) / Self.ln10 : 0)
    }

    private func scale(of largest: LargestResiduals, _ floor: Float) -> Float {
        max(largest.meanExcess, Self.leastExcess * largest.least, floor)
    }

    private var weight: Float { max(Self.leastWeight, excess / Self.unit) }

    private var trust: Float {
        let part = min(1, seen / Self.settled)
        return part * part
    }

    /// True where both have seen the same; ``quiet`` follows from it.
    public static func == (a: Tail, b: Tail) -> Bool {
        a.seen == b.seen && a.mean == b.mean && a.quantile == b.quantile && a.excess == b.excess
            && a.newest == b.newest && a.older == b.older && a.counts == b.counts && a.began == b.began
    }
}
