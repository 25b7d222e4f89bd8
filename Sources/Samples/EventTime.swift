/// When something happened, by the clock of whoever saw it happen: milliseconds since 1970-01-01T00:00:00Z.
///
/// Every decision about data is made in event time, so that history can be pushed through at any speed.
public struct EventTime: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z; negative before it.
    public var milliseconds: Int64

    /// The instant `milliseconds` after (or before) the start of 1970, UTC.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The instant `seconds` after the start of 1970, UTC, to the millisecond.
    public init(seconds: Int64) {
        self.milliseconds = seconds &* 1000
    }

    /// Earlier than every time that a sample may carry.
    public static let distantPast = EventTime(milliseconds: .min)

    /// Earlier is less.
    public static func < (a: EventTime, b: EventTime) -> Bool {
        a.milliseconds < b.milliseconds
    }

    /// The instant `duration` later, to the millisecond, held at the ends of the range instead of overflowing.
    public static func + (time: EventTime, duration: Duration) -> EventTime {
        let (sum, overflow) = time.milliseconds.addingReportingOverflow(duration.wholeMilliseconds)
        guard overflow else { return EventTime(milliseconds: sum) }
        return EventTime(milliseconds: duration < .zero ? .min : .max)
    }

    /// The instant `duration` earlier.
    public static func - (time: EventTime, duration: Duration) -> EventTime {
        time + (.zero - duration)
    }

    /// How long after `b` the time `a` lies; negative when `a` is the earlier one.
    public static func - (a: EventTime, b: EventTime) -> Duration {
        .milliseconds(a.milliseconds.subtractingReportingOverflow(b.milliseconds).partialValue)
    }
}

extension Duration {
    /// Whole milliseconds, rounded towards zero.
    public var wholeMilliseconds: Int64 {
        components.seconds &* 1000 &+ components.attoseconds / 1_000_000_000_000_000
    }

    /// The same length in seconds as a floating-point number.
    public var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
