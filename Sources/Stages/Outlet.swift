import Messaging
import Metrics

/// The sending end of a link to the next stage. Waits when the next stage does not take more, and says how long.
///
/// The queue between two stages is bounded by the high-water marks of both sockets; when it is full the sender waits,
/// so that pressure reaches the door and, through it, the publishers.
///
/// While it waits, those who call the actor are served: what they change counts from the next message on.
struct Outlet {
    let socket: Socket
    let metrics: StageMetrics
    /// That of the actor which sends.
    let executor: ThreadExecutor

    /// Sends the message, however long the next stage takes; gives up only when the task is cancelled.
    ///
    /// - Returns: false where the message was not sent because of that.
    func send(_ message: Message) async throws(MessagingError) -> Bool {
        if try socket.trySend(message) {
            metrics.sent.increment()
            return true
        }
        var start = MonotonicTime.nanoseconds()
        while !Task.isCancelled {
            let isSent = try socket.send(message)
            // Counted while it lasts: a stage that waits for good has to be seen.
            let now = MonotonicTime.nanoseconds()
            metrics.blockedSeconds.increment(by: Double(now - start) * 1e-9)
            start = now
            if isSent {
                metrics.sent.increment()
                return true
            }
            await executor.yield()
        }
        return false
    }
}
