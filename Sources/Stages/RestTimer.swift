/// Decides by the machine's clock how long a stage that stops goes on taking what still comes.
///
/// Two things bound it: the time for the publishers, in which waiting for the next stage does not count, and half of what
/// stopping may last at all, so that what was taken has the other half to come through.
struct RestTimer {
    /// Time for the publishers at most. What lies in a door is read in far less; more is only for those who never cease.
    static let longest = Duration.seconds(1)

    private let start: UInt64
    private let sending: UInt64
    private let taking: UInt64
    private let total: UInt64

    /// - Parameters:
    ///   - drain: how long stopping may last.
    ///   - start: now, nanoseconds of the monotonic clock.
    ///   - sending: nanoseconds that the stage has spent sending until now.
    init(drain: Duration, start: UInt64, sending: UInt64) {
        self.start = start
        self.sending = sending
        taking = min(Self.longest, drain / 4).wholeNanoseconds
        total = (drain / 2).wholeNanoseconds
    }

    /// True when no more is to be taken.
    func isOver(at now: UInt64, sending: UInt64) -> Bool {
        let elapsed = now - start
        return elapsed >= total || elapsed - min(elapsed, sending - self.sending) >= taking
    }
}
