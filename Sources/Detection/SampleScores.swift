/// What was said of each sample of a batch, in the order of the batch; for those who want more than anomalies.
public struct SampleScores: Equatable, Sendable {
    /// What became of a sample, as bits.
    public struct Outcome: OptionSet, Sendable, BitwiseCopyable {
        /// The bits.
        public let rawValue: UInt8

        /// From the bits.
        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// It got a score; else its series is warming up or it was left out.
        public static let scored = Outcome(rawValue: 1)
        /// An anomaly opened with it.
        public static let opened = Outcome(rawValue: 2)
        /// An anomaly was open behind it.
        public static let abnormal = Outcome(rawValue: 4)
        /// It was older than one of the same series that was judged before.
        public static let leftOut = Outcome(rawValue: 8)
        /// It is of a counter, and was judged by its rate.
        public static let rate = Outcome(rawValue: 16)
    }

    /// What was judged: the value, or of a counter the rate; NaN where nothing was. In the unit of the series, or that per second, as are
    /// the three that follow.
    public var judged: [Float] = []
    /// What was expected; NaN without a score, as the two others.
    public var expected: [Float] = []
    /// The lower end of the band of normal values.
    public var lower: [Float] = []
    /// The upper end of the band of normal values.
    public var upper: [Float] = []
    /// How strange it was, in 0 ... 1; 0 without a score.
    public var scores: [Float] = []
    /// What became of it.
    public var outcomes: [Outcome] = []

    /// No samples.
    public init() {}

    /// How many samples there are.
    public var count: Int { scores.count }

    /// Adds samples of which nothing is known yet.
    mutating func grow(by count: Int) {
        let total = scores.count + count
        judged.append(contentsOf: repeatElement(.nan, count: total - judged.count))
        expected.append(contentsOf: repeatElement(.nan, count: total - expected.count))
        lower.append(contentsOf: repeatElement(.nan, count: total - lower.count))
        upper.append(contentsOf: repeatElement(.nan, count: total - upper.count))
        scores.append(contentsOf: repeatElement(0, count: count))
        outcomes.append(contentsOf: repeatElement([], count: count))
    }

    /// Empties the columns and keeps their memory.
    public mutating func removeAll() {
        judged.removeAll(keepingCapacity: true)
        expected.removeAll(keepingCapacity: true)
        lower.removeAll(keepingCapacity: true)
        upper.removeAll(keepingCapacity: true)
        scores.removeAll(keepingCapacity: true)
        outcomes.removeAll(keepingCapacity: true)
    }
}
