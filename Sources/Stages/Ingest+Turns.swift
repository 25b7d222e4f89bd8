import Logging
import Messaging
import Metrics
import Synchronization

/// How much is taken before the stage looks at something else.
extension Ingest {
    /// Messages taken from one door before the next door gets its turn.
    private static let messagesOfDoor = 256

    /// Takes messages of each door: so many of each, and no longer than its share of a turn; at least one, where there is one.
    ///
    /// - Returns: true where there were any.
    func takeTurn(asking doors: [Socket]) async throws(MessagingError) -> Bool {
        var last = noteProgress()
        arrival = last
        workStart = last
        try tap?.noteListeners()
        doorMetrics.listeners.record(tap?.listeners ?? 0)
        let now = clock.now()
        var isAny = false
        for door in doors {
            let end = last + configuration.turn.wholeNanoseconds / UInt64(doors.count)
            var left = Self.messagesOfDoor
            while left > 0, goesOn, let message = try door.tryReceive() {
                arrival = last
                try await take(message, now: now)
                taken += 1
                // Who matches rows with what was said of them must learn that of refused ones nothing will be.
                if configuration.takesCloses { isDue = true }
                isAny = true
                left -= 1
                last = noteProgress()
                if last >= end { break }
            }
        }
        try tap?.tellPending(of: series)
        return isAny
    }

    /// What lies in the sockets when the stage stops would be lost with them; a publisher that goes on and on is not
    /// waited for.
    func takeTheRest() async throws(MessagingError) {
        // Who stops before the history was all has not begun with the doors.
        guard !isWarming else { return try leaveTheRest() }
        rest = RestTimer(
            drain: configuration.drain, start: MonotonicTime.nanoseconds(), sending: sendingNanoseconds)
        while goesOn, try await takeTurn(asking: doors) {
            if router.isLoaded { try await flush() }
            await executor.yield()
        }
        if !goesOn { try leaveTheRest() }
    }

    /// Counts what lies in the doors and is lost with them, as far as one turn sees it, and says so.
    private func leaveTheRest() throws(MessagingError) {
        let end = MonotonicTime.nanoseconds() + configuration.turn.wholeNanoseconds
        var count = 0
        for door in doors {
            // A publisher that goes on fills the door again and again; what lay there at first is no more than this.
            var left = configuration.highWaterMark
            while left > 0, MonotonicTime.nanoseconds() <= end, try door.tryReceive() != nil {
                count += 1
                left -= 1
            }
        }
        guard count > 0 else { return }
        metrics.received.increment(by: count)
        metrics.drop(Self.cancelled, count)
        logger.warning(
            "Messages still came in when the time to stop was up; they were not taken",
            metadata: ["message.count": "\(count)"])
    }

    private func noteProgress() -> UInt64 {
        let now = MonotonicTime.nanoseconds()
        lastTurn.store(now, ordering: .relaxed)
        return now
    }
}
