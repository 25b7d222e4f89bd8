import Metrics
import Messaging

/// The sending end of a link to the next stage. Waits when the next stage does not take more, and says how long.
///
/// The queue between two stages is bounded by the high-water marks of both sockets; when it is full the sender waits,
/// so that pressure reaches the door and, through it, the publishers.
struct Outlet {
    let socket: Socket
    let metrics: StageMetrics

    /// Sends the message, however long the next stage takes; gives up only when the task is cancelled.
    ///
    /// - Returns: false where the message was not sent because of that.
    func send(_ message: Message) throws(MessagingError) -> Bool {
        if try socket.trySend(message) {
            metrics.sent.increment()
            return true
        }
        let start = MonotonicTime.nanoseconds()
        defer { metrics.blockedSeconds.increment(by: Double(MonotonicTime.nanoseconds() - start) * 1e-9) }
        while !Task.isCancelled {
            if try socket.send(message) {
                metrics.sent.increment()
                return true
            }
        }
        return false
    }
}
