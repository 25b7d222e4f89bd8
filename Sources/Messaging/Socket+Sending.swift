import CZeroMQ

extension Socket {
    /// Sends a message, waiting up to ``SocketOptions/sendTimeout`` while the socket is at its high-water mark.
    ///
    /// - Returns: False when the time ran out: nothing was sent, and the same message may be sent again after a look at
    ///   whether to stop.
    /// - Throws: ``MessagingError/terminated(operation:)``; ``MessagingError/unreachable(operation:)`` from a mandatory
    ///   `router`.
    public func send(_ message: Message) throws(MessagingError) -> Bool {
        try send(message, firstFlags: 0)
    }

    /// Sends a message if that is possible now.
    ///
    /// - Returns: False at the high-water mark, or without any peer that takes messages: nothing was sent. `pub` and
    ///   `xpub` return false only with ``SocketOptions/noDrop``, when *one* subscriber is full, and then *none* gets
    ///   the message.
    /// - Throws: Like ``send(_:)``.
    public func trySend(_ message: Message) throws(MessagingError) -> Bool {
        if try send(message, firstFlags: ZMQ_DONTWAIT) { return true }
        try learnOfRoom()
        return try send(message, firstFlags: ZMQ_DONTWAIT)
    }

    /// For `pub` and `xpub` with ``SocketOptions/noDrop``: sends to every subscriber that keeps up, without waiting for
    /// those who do not.
    ///
    /// - Returns: False when a subscriber was full and lost the message. libzmq then leaves it out until it has read
    ///   half of what waits for it, so count false as "a subscriber fell behind", once each time; how much it lost, it
    ///   sees in the sequence.
    /// - Throws: ``MessagingError/terminated(operation:)``.
    public func publish(_ message: Message) throws(MessagingError) -> Bool {
        precondition(kind == .pub || kind == .xpub, "Only pub and xpub publish")
        precondition(options.noDrop, "A socket that may drop cannot tell who fell behind")
        if try trySend(message) { return true }
        let handle = try open(for: "publish")
        try SocketOptions.set(ZMQ_XPUB_NODROP, to: 0, on: handle, during: "publish")
        _ = try trySend(message)
        try SocketOptions.set(ZMQ_XPUB_NODROP, to: 1, on: handle, during: "publish")
        return false
    }

    /// A send that does not wait takes note only about once a millisecond of what peers have read (libzmq's
    /// `max_command_delay`), and would take a peer that keeps up for a slow one. Asking for the socket's state makes
    /// libzmq look now.
    private func learnOfRoom() throws(MessagingError) {
        let handle = try open(for: "send")
        var events: Int32 = 0
        var size = MemoryLayout<Int32>.size
        try ZeroMQCall.immediate("send") { zmq_getsockopt(handle, ZMQ_EVENTS, &events, &size) }
    }

    /// All frames or none.
    private func send(_ message: Message, firstFlags: Int32) throws(MessagingError) -> Bool {
        precondition(!message.frames.isEmpty, "A message has at least one frame")
        let handle = try open(for: "send")
        let last = message.frames.count - 1
        var isTaken = true
        for (index, frame) in message.frames.enumerated() {
            // libzmq decides at the first frame whether there is room; none of the others ever needs to wait.
            let flags = (index == 0 ? firstFlags : ZMQ_DONTWAIT) | (index == last ? 0 : ZMQ_SNDMORE)
            if try frame.send(to: handle, flags: flags) { continue }
            // A later frame is refused only when the peer is lost halfway, and its first frames with it. libzmq then
            // swallows frames up to the end of the message, which therefore must come; only a pair starts afresh at
            // once.
            if index == 0 || kind == .pair { return false }
            isTaken = false
        }
        return isTaken
    }
}
