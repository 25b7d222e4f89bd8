/// Decides by the machine's clock when an event-time step has lasted long enough to be closed.
///
/// Two things end a step: that no sample comes any more, and that it goes on and on although samples come. The latter
/// happens after a sample from a clock ahead of all others: the decisions of everybody else must not wait until time has
/// caught up with it.
struct StepTimer {
    /// A step is over after so long without a sample.
    var silence: Duration

    private var step: Int64 = .min
    /// When samples were first and last counted to the step, nanoseconds of the machine's monotonic clock.
    private var began: UInt64 = 0
    private var lastSample: UInt64 = 0

    /// A step is over after so long, or after ``silence`` if that is longer. A hundredth of the two minutes within which
    /// an anomaly has to be told.
    static let longest = Duration.seconds(1)

    init(silence: Duration) {
        self.silence = silence
    }

    /// Notes that samples came, and which step the last of them was counted to.
    mutating func note(step: Int64, at now: UInt64) {
        if step != self.step { began = now }
        self.step = step
        lastSample = now
    }

    /// True when the step should be closed.
    func isOver(at now: UInt64) -> Bool {
        now >= lastSample + silence.wholeNanoseconds || now >= began + max(silence, Self.longest).wholeNanoseconds
    }
}
