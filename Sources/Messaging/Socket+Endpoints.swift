import CZeroMQ
import Glibc

extension Socket {
    /// Takes an address for itself.
    ///
    /// - Returns: The address as it came to be, with `*` for a port or path replaced by what the system chose.
    /// - Throws: ``MessagingError/addressInUse(_:)``; ``MessagingError/invalidEndpoint(text:why:)`` for an `ipc` path
    ///   at which lies something other than a socket; ``MessagingError/failed(operation:code:text:)`` for an address
    ///   that is not this machine's.
    @discardableResult
    public func bind(_ endpoint: Endpoint) throws(MessagingError) -> Endpoint {
        let handle = try open(for: "bind \(endpoint)")
        if let obstacle = endpoint.obstacleToBinding() { throw obstacle }
        try allowIPv6(for: endpoint, on: handle, during: "bind \(endpoint)")
        guard zmq_bind(handle, endpoint.description) == 0 else {
            let code = zmq_errno()
            throw code == EADDRINUSE ? .addressInUse(endpoint) : .reported(code, during: "bind \(endpoint)")
        }
        return try lastEndpoint(of: handle)
    }

    /// Connects in the background, and again whenever the connection is lost. The other side need not be there yet.
    ///
    /// - Throws: ``MessagingError/invalidEndpoint(text:why:)`` for a wildcard.
    public func connect(_ endpoint: Endpoint) throws(MessagingError) {
        let handle = try open(for: "connect to \(endpoint)")
        guard !endpoint.isWildcard else {
            throw .invalidEndpoint(text: endpoint.description, why: "one can bind to * but not connect to it")
        }
        try allowIPv6(for: endpoint, on: handle, during: "connect to \(endpoint)")
        try ZeroMQCall.immediate("connect to \(endpoint)") { zmq_connect(handle, endpoint.description) }
    }

    /// Gives an address back that ``bind(_:)`` returned.
    public func unbind(_ endpoint: Endpoint) throws(MessagingError) {
        let handle = try open(for: "unbind \(endpoint)")
        try ZeroMQCall.immediate("unbind \(endpoint)") { zmq_unbind(handle, endpoint.description) }
    }

    /// Ends a connection; what waits to be sent there is given up after the linger.
    public func disconnect(_ endpoint: Endpoint) throws(MessagingError) {
        let handle = try open(for: "disconnect from \(endpoint)")
        try ZeroMQCall.immediate("disconnect from \(endpoint)") { zmq_disconnect(handle, endpoint.description) }
    }

    /// For `sub`: wants every message whose first frame begins with the prefix; the empty prefix wants all.
    public func subscribe(_ prefix: String) throws(MessagingError) {
        try setSubscription(ZMQ_SUBSCRIBE, prefix, "subscribe to \"\(prefix)\"")
    }

    /// For `sub`: takes back one ``subscribe(_:)`` with the same prefix.
    public func unsubscribe(_ prefix: String) throws(MessagingError) {
        try setSubscription(ZMQ_UNSUBSCRIBE, prefix, "unsubscribe from \"\(prefix)\"")
    }

    private func setSubscription(_ option: Int32, _ prefix: String, _ operation: String) throws(MessagingError) {
        let handle = try open(for: operation)
        try ZeroMQCall.immediate(operation) { zmq_setsockopt(handle, option, prefix, prefix.utf8.count) }
    }

    /// libzmq looks names up as IPv4 only or as either; only a literal address says which is meant.
    private func allowIPv6(
        for endpoint: Endpoint, on handle: UnsafeMutableRawPointer, during operation: @autoclosure () -> String
    ) throws(MessagingError) {
        try SocketOptions.set(ZMQ_IPV6, to: endpoint.isIPv6 ? 1 : 0, on: handle, during: operation())
    }

    private func lastEndpoint(of handle: UnsafeMutableRawPointer) throws(MessagingError) -> Endpoint {
        // Longer than any: an inproc name is bounded by libzmq to 256 bytes, an ipc path by the system to 107.
        var text = [CChar](repeating: 0, count: 1_024)
        var size = text.count
        try ZeroMQCall.immediate("read the bound address") {
            zmq_getsockopt(handle, ZMQ_LAST_ENDPOINT, &text, &size)
        }
        return try Endpoint(String(decoding: text.prefix(max(size - 1, 0)).map(UInt8.init(bitPattern:)), as: UTF8.self))
    }
}
