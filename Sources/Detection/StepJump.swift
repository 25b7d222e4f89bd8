/// A stretch of event time in which not one sample of any series came in.
///
/// A series that sent nothing meanwhile is not silent: perhaps nothing reached anybody. Such a stretch therefore counts as one
/// interval of each series, as far as its silence is concerned.
public struct StepJump: Equatable, Sendable, BitwiseCopyable {
    /// The step before, milliseconds since 1970 UTC.
    public var from: Int64
    /// The step after.
    public var to: Int64

    /// A jump between two steps.
    public init(from: Int64, to: Int64) {
        self.from = from
        self.to = to
    }

    /// True where it is worth telling: no series has a shorter patience than twenty times this.
    public var isLong: Bool { length > Self.leastInterval }

    /// How much longer it is than the interval of a series, milliseconds.
    func excess(over interval: Int64) -> Int64 { max(0, length - interval) }

    /// Milliseconds; a thousand years at most, so that sums of some of them are no trap.
    private var length: Int64 {
        let (length, isOverflow) = to.subtractingReportingOverflow(from)
        return isOverflow ? Self.longest : min(length, Self.longest)
    }

    private static let longest: Int64 = 1000 * 365 * 86_400_000

    /// A series is silent after so many of its intervals.
    static let patience: Int64 = 20
    /// A series that sends more often than this is given as much time as one that does not; milliseconds.
    static let leastInterval: Int64 = 3000
    /// Jumps remembered at most, while anomalies are open that they may matter to; the oldest are forgotten first.
    static let remembered = 4096
}
