/// How a series beats: the pauses it has made, and whether it is expected to go on.
///
/// Only pauses of more than one and a half intervals are told to it, so that a series that comes regularly costs nothing. Of those
/// the second longest counts: a pause that happened once is an incident, one that happened twice is how the series is.
struct Beat: Sendable, BitwiseCopyable {
    /// What is expected of the series.
    enum State: UInt8, Sendable, BitwiseCopyable {
        /// Another sample.
        case awaited
        /// Nothing: its silence was told and is open.
        case silent
        /// Nothing: it was taken as gone.
        case gone
        /// Nothing: its publisher said that it ends.
        case ended
    }

    var state = State.awaited
    private var longest: Float = 0
    private var second: Float = 0
    /// When both were last told, minutes since 1970 UTC.
    private var minute: Int32 = 0

    /// What is expected, at the earliest, of pauses: milliseconds. Publishers that restart and buses that stall are back by then.
    static let leastPatience: Int64 = 60_000
    /// A pause of less than so many intervals is none.
    static let leastIntervals: Float = 5
    /// Samples before which nothing is known of the pauses.
    static let leastSamples: UInt32 = 30
    /// A pause must be so much longer than the one that counts, however many samples speak for that.
    private static let leastRatio: Float = 3
    /// Minutes after which a pause counts half: longer than two weeks, so that weekends are remembered.
    private static let halfLife: Float = 20 * 1440

    /// The pause that counts, milliseconds; 0 where there were no two.
    var pause: Float { second }

    /// The pause that comes next is taken for one of at most twice the longest so far, where nothing at all came in meanwhile.
    var mostUnheard: Float { 2 * longest }

    /// Takes a pause into account.
    ///
    /// - Parameters:
    ///   - pause: milliseconds.
    ///   - step: when it ended, milliseconds since 1970 UTC.
    mutating func note(_ pause: Float, at step: Int64) {
        let now = Int32(clamping: step / 60_000)
        let age = Float(Int64(now) - Int64(minute))
        if longest > 0, age > 0 {
            let left = Power.exponential(-age / Self.halfLife * Float(0.693_147_2))
            longest *= left
            second *= left
        }
        minute = now
        if pause > longest {
            (longest, second) = (pause, longest)
        } else if pause > second {
            second = pause
        }
    }

    /// How much longer than the pause that counts another must be for its chance to be one in ten to the power of `surprise`, if the
    /// lengths of pauses have an exponential tail, as those of a random stream have.
    static func ratio(ofSurprise surprise: Float, samples: UInt32) -> Float {
        max(leastRatio, surprise / powersOfTen(samples))
    }

    /// The inverse: powers of ten, 38 at most.
    static func surprise(ofRatio ratio: Float, samples: UInt32) -> Float { min(38, ratio * powersOfTen(samples)) }

    /// The second longest of so many pauses is exceeded with a chance of two in as many.
    private static func powersOfTen(_ samples: UInt32) -> Float {
        Power.logarithm(Float(max(samples, leastSamples)) / 2) / Float(Power.ln10)
    }
}
