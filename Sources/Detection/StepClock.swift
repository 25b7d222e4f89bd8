/// Gives each sample its event-time step: the running maximum of all event times so far.
///
/// Steps never fall and depend on nothing but the order of the samples, so whatever is decided by step comes out the
/// same however samples were cut into batches. When the input falls silent the current step is closed, so that its
/// decisions need not wait for the next sample; a sample that comes after that for the same instant is counted to the
/// next millisecond.
///
/// Where the step jumps, nothing at all came in for a while: that says nothing about any one series, so jumps are told.
package struct StepClock: Sendable {
    /// The current step, milliseconds since 1970 UTC; `Int64.min` before the first sample.
    package private(set) var current: Int64 = .min
    /// The first step of all; `Int64.max` before the first sample.
    package private(set) var start: Int64 = .max
    /// True when samples were counted to the current step since it was last closed.
    package private(set) var isOpen = false

    private var jumps: [StepJump] = []

    /// A clock that has seen nothing.
    package init() {}

    /// The step of a sample taken at `time`, milliseconds since 1970 UTC.
    package mutating func step(of time: Int64) -> Int64 {
        if time > current {
            let jump = StepJump(from: current, to: time)
            if current > .min, jump.isLong { jumps.append(jump) }
            if current == .min { start = time }
            current = time
        }
        isOpen = true
        return current
    }

    /// The step in which a change is taken into account: the current one; `Int64.min` before the first sample.
    package mutating func stepOfChange() -> Int64 {
        // So that the step is closed even when no sample follows.
        isOpen = current > .min
        return current
    }

    /// The jumps since this was last asked, in order.
    package mutating func takeJumps() -> [StepJump] {
        defer { jumps = [] }
        return jumps
    }

    /// Ends the current step: no sample will be counted to it any more.
    package mutating func close() {
        guard isOpen, current < .max else { return }
        current += 1
        isOpen = false
    }
}
