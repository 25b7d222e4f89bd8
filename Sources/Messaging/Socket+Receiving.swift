import CZeroMQ
import Glibc

extension Socket {
    /// The next message, complete; waits up to ``SocketOptions/receiveTimeout`` for one.
    ///
    /// - Returns: `nil` when the time ran out.
    /// - Throws: ``MessagingError/terminated(operation:)``.
    public func receive() throws(MessagingError) -> Message? {
        try receive(firstFlags: 0)
    }

    /// The next message if there is one now.
    ///
    /// - Throws: Like ``receive()``.
    public func tryReceive() throws(MessagingError) -> Message? {
        try receive(firstFlags: ZMQ_DONTWAIT)
    }

    /// Takes what is there, up to a limit: waits for the first message like ``receive()``, for the others not at all.
    ///
    /// - Parameters:
    ///   - limit: After so many the owner looks at something else. 256 makes the cost of the wait vanish.
    ///   - body: Called with each message. What it throws ends the draining; its message counts as taken.
    /// - Returns: How many messages there were.
    /// - Throws: Like ``receive()``, and what `body` throws.
    @discardableResult
    public func drain(
        atMost limit: Int = 256, _ body: (Message) throws(MessagingError) -> Void
    ) throws(MessagingError) -> Int {
        var taken = 0
        while taken < limit, let message = try receive(firstFlags: taken == 0 ? 0 : ZMQ_DONTWAIT) {
            taken += 1
            try body(message)
        }
        return taken
    }

    private func receive(firstFlags: Int32) throws(MessagingError) -> Message? {
        let handle = try open(for: "receive")
        guard var frame = try Frame.receive(from: handle, flags: firstFlags) else { return nil }
        var frames: [Frame] = []
        var bytes = 0
        var isTruncated = false
        while true {
            bytes += frame.count
            isTruncated =
                isTruncated || bytes > options.maximumMessageBytes || frames.count == options.maximumFrames
            if !isTruncated { frames.append(frame) }
            guard frame.isFollowed else { return Message(frames, isTruncated: isTruncated) }
            // libzmq delivers whole messages only: the next frame is there.
            guard let next = try Frame.receive(from: handle, flags: ZMQ_DONTWAIT) else {
                throw .reported(EAGAIN, during: "receive the rest of a message")
            }
            frame = next
        }
    }
}
