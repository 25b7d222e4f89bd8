import CZeroMQ

extension SocketOptions {
    /// Sets every option on a new socket.
    func apply(to socket: UnsafeMutableRawPointer, of kind: Socket.Kind) throws(MessagingError) {
        check()
        for (option, value) in common + special(to: kind) {
            try SocketOptions.set(option, to: value, on: socket, during: "set socket option \(option)")
        }
        var largest = Int64(maximumMessageBytes)
        try ZeroMQCall.immediate("set the largest message") {
            zmq_setsockopt(socket, ZMQ_MAXMSGSIZE, &largest, MemoryLayout<Int64>.size)
        }
    }

    /// Sets an option of libzmq's commonest type.
    static func set(
        _ option: Int32, to value: Int32, on socket: UnsafeMutableRawPointer,
        during operation: @autoclosure () -> String
    ) throws(MessagingError) {
        var value = value
        try ZeroMQCall.immediate(operation()) {
            zmq_setsockopt(socket, option, &value, MemoryLayout<Int32>.size)
        }
    }

    /// Options are written in code, so a bad one is our bug.
    private func check() {
        let timeouts = Duration.zero...SocketOptions.longestTimeout
        precondition(timeouts.contains(sendTimeout), "A send time-out is at most \(SocketOptions.longestTimeout)")
        precondition(timeouts.contains(receiveTimeout), "A receive time-out is at most \(SocketOptions.longestTimeout)")
        precondition(
            linger.map((.zero...SocketOptions.longestLinger).contains) ?? true,
            "A socket lingers 30 s at most, or for ever")
        precondition(maximumMessageBytes > 0 && maximumFrames > 0, "A socket must be allowed to receive something")
        precondition(heartbeat ?? .seconds(1) > .zero, "A heartbeat needs an interval")
    }

    private var common: [(Int32, Int32)] {
        let beat = heartbeat ?? .zero
        return [
            (ZMQ_SNDHWM, mark(sendHighWaterMark)),
            (ZMQ_RCVHWM, mark(receiveHighWaterMark)),
            (ZMQ_LINGER, linger.map(milliseconds) ?? -1),
            (ZMQ_SNDTIMEO, milliseconds(sendTimeout)),
            (ZMQ_RCVTIMEO, milliseconds(receiveTimeout)),
            (ZMQ_IMMEDIATE, immediate ? 1 : 0),
            (ZMQ_HANDSHAKE_IVL, milliseconds(SocketOptions.handshakeTimeout)),
            (ZMQ_RECONNECT_IVL, milliseconds(SocketOptions.reconnect.first)),
            (ZMQ_RECONNECT_IVL_MAX, milliseconds(SocketOptions.reconnect.last)),
            (ZMQ_HEARTBEAT_IVL, milliseconds(beat)),
            (ZMQ_HEARTBEAT_TIMEOUT, milliseconds(beat * 3)),
            (ZMQ_HEARTBEAT_TTL, milliseconds(beat * 3)),
            (ZMQ_TCP_KEEPALIVE, 1),
        ]
    }

    private func special(to kind: Socket.Kind) -> [(Int32, Int32)] {
        switch kind {
        case .pub, .xpub: [(ZMQ_XPUB_NODROP, noDrop ? 1 : 0)]
        case .router: [(ZMQ_ROUTER_MANDATORY, routerMandatory ? 1 : 0)]
        case .sub, .xsub, .push, .pull, .dealer, .pair: []
        }
    }

    private func mark(_ messages: Int) -> Int32 {
        guard let narrow = Int32(exactly: messages), narrow > 0 else {
            preconditionFailure("A high-water mark is at least 1; 0 would mean no bound")
        }
        return narrow
    }

    private func milliseconds(_ duration: Duration) -> Int32 {
        guard let narrow = duration.milliseconds else { preconditionFailure("\(duration) is too long for a socket") }
        return narrow
    }
}
