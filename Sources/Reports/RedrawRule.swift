/// When a ``ProgressLine`` is shown anew: often on a terminal, seldom in a log.
package struct RedrawRule: Equatable, Sendable {
    /// Ten times a second look like motion.
    private static let terminalNanoseconds: UInt64 = 100_000_000
    /// A log is read later.
    private static let plainNanoseconds: UInt64 = 5_000_000_000

    private let interval: UInt64
    private var last: UInt64

    /// A rule for what starts `now`; nothing is shown for the first interval, since most replays are over by then.
    ///
    /// - Parameter now: Nanoseconds of a clock that does not go back.
    package init(isTerminal: Bool, now: UInt64) {
        interval = isTerminal ? Self.terminalNanoseconds : Self.plainNanoseconds
        last = now
    }

    /// True when the line is to be shown at `now`, which then counts as done. A `now` before the last one is too early.
    package mutating func isDue(now: UInt64) -> Bool {
        guard now >= last, now - last >= interval else { return false }
        last = now
        return true
    }
}
