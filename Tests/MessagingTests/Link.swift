import Messaging

/// Two sockets that are joined, and a context of their own.
struct Link {
    let context: MessagingContext
    let endpoint: Endpoint
    let sender: Socket
    let receiver: Socket

    /// The receiver binds and the sender connects; the other way round from an `xpub`, since a subscription goes out at
    /// once only on the side that connects.
    init(
        over transport: Endpoint.Transport = .inproc, from sending: Socket.Kind = .push,
        to receiving: Socket.Kind = .pull,
        sendOptions: SocketOptions = .quick, receiveOptions: SocketOptions = .quick
    ) throws {
        context = try MessagingContext()
        receiver = try Socket(receiving, in: context, options: receiveOptions)
        sender = try Socket(sending, in: context, options: sendOptions)
        let (binding, connecting) = sending == .xpub ? (sender, receiver) : (receiver, sender)
        endpoint = try binding.bind(.free(transport))
        try connecting.connect(endpoint)
    }
}

extension SocketOptions {
    /// Short time-outs: tests share the pool with each other.
    static var quick: SocketOptions {
        var options = SocketOptions()
        options.sendTimeout = .milliseconds(10)
        options.receiveTimeout = .milliseconds(10)
        return options
    }
}

extension Endpoint {
    /// One that nobody else has.
    static func free(_ transport: Transport) throws -> Endpoint {
        switch transport {
        case .inproc: try Endpoint("inproc://test")
        case .ipc: try Endpoint("ipc://*")
        case .tcp: try Endpoint("tcp://127.0.0.1:*")
        }
    }
}

extension Socket {
    /// Waits for five seconds (with quick time-outs): far longer than anything takes, so that a slow machine is no
    /// failure.
    func receiveEventually() throws -> Message? {
        for _ in 0..<500 {
            if let message = try receive() { return message }
        }
        return nil
    }

    /// Waits for five seconds; false when the message was not taken.
    func sendEventually(_ message: Message) throws -> Bool {
        for _ in 0..<500 where try send(message) { return true }
        return false
    }
}

extension Message {
    /// The frames as texts; a frame that is none is left out.
    var texts: [String] { frames.compactMap(\.text) }

    init(_ text: String) {
        self.init(Frame(text))
    }
}
