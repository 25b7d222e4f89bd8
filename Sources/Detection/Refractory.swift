/// What was strange a moment ago is no news: for some time after a strange sample only a stranger one counts in full.
///
/// The bar stands for fifty samples where the last one put it, then falls by half in some 140. What does not exceed it keeps a third of
/// its surprise, and is never strange.
struct Refractory: Equatable, Sendable {
    private var height: Float = 0
    /// The number of the sample that put it there.
    private var since: UInt32 = 0

    /// Less surprise raises no bar, in powers of ten.
    static let least: Float = 1.5
    static let hold: UInt32 = 50
    /// ln(0.995): how fast it falls.
    private static let fall: Float = -0.005_012_5
    private static let kept: Float = 0.3

    /// The bar for a sample.
    ///
    /// - Parameter sample: its number, counted over the life of the series.
    func bar(at sample: UInt32) -> Float {
        guard height > 0 else { return 0 }
        let age = sample &- since
        guard age > Self.hold else { return height }
        return height * Power.exponential(Self.fall * Float(age - Self.hold))
    }

    /// What is left of a surprise behind a bar.
    static func news(_ surprise: Float, behind bar: Float) -> Float {
        surprise <= bar ? min(kept * surprise, EvidenceLevel.allowance) : surprise
    }

    /// Takes a sample into account: raises the bar where it was strange and above it.
    mutating func follow(_ surprise: Float, at sample: UInt32) {
        guard surprise > Self.least, surprise >= bar(at: sample) else { return }
        (height, since) = (surprise, sample)
    }
}
