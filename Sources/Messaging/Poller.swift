import CThreads
import CZeroMQ

/// Waits for several sockets at once, and for calls to the actor that does the waiting.
///
/// Belongs to the sockets' owner.
public struct Poller {
    /// What a socket can be ready for.
    public struct Readiness: OptionSet, Sendable {
        /// libzmq's bits.
        public let rawValue: Int16

        /// From libzmq's bits.
        public init(rawValue: Int16) {
            self.rawValue = rawValue
        }

        /// A message can be received.
        public static let readable = Readiness(rawValue: Int16(ZMQ_POLLIN))
        /// A message can be sent.
        public static let writable = Readiness(rawValue: Int16(ZMQ_POLLOUT))
    }

    private let executor: ThreadExecutor?
    private var sockets: [Socket] = []
    /// One for each socket, then one for the executor's queue.
    private var items: [zmq_pollitem_t] = []

    /// - Parameter executor: The owner's, if it is an actor: a call from outside then ends the wait.
    public init(for executor: ThreadExecutor? = nil) {
        self.executor = executor
        if let executor {
            items = [zmq_pollitem_t(socket: nil, fd: executor.queue.wakeUp, events: Int16(ZMQ_POLLIN), revents: 0)]
        }
    }

    /// Waits for this socket too. One that is there already is from now on watched for this.
    public mutating func add(_ socket: Socket, _ readiness: Readiness = .readable) {
        remove(socket)
        let item = zmq_pollitem_t(socket: nil, fd: 0, events: readiness.rawValue, revents: 0)
        items.insert(item, at: sockets.count)
        sockets.append(socket)
    }

    /// No longer waits for this socket.
    public mutating func remove(_ socket: Socket) {
        guard let index = sockets.firstIndex(where: { $0 === socket }) else { return }
        sockets.remove(at: index)
        items.remove(at: index)
    }

    /// Waits until a socket is ready, somebody calls the actor, or the time is up.
    ///
    /// - Parameter limit: Taken as ``SocketOptions/longestTimeout`` when it is longer, and as none when it is negative.
    /// - Returns: True when a socket is ready; ``isReady(_:_:)`` tells which.
    /// - Throws: ``MessagingError/terminated(operation:)`` after a shutdown, or when one of the sockets is closed.
    @discardableResult
    public mutating func wait(
        upTo limit: Duration = SocketOptions.longestTimeout
    ) throws(MessagingError) -> Bool {
        for index in sockets.indices { items[index].socket = try sockets[index].open(for: "wait") }
        // A call that came before this one may have been announced already; so ask the queue as well as its descriptor.
        let isWanted = executor?.queue.isPending ?? false
        let waiting = isWanted ? .zero : min(max(limit, .zero), SocketOptions.longestTimeout)
        let milliseconds = Int(waiting.milliseconds ?? 0)
        _ = try ZeroMQCall.waiting("wait") { zmq_poll(&items, Int32(items.count), milliseconds) }
        // A signal may come behind its call, when the runner has run that already. Left in the descriptor it would make
        // every later wait return at once. The call itself is not lost: it is in the queue, which is asked by whoever
        // waits or yields next.
        if let executor, items[sockets.count].revents != 0 { andon_eventfd_drain(executor.queue.wakeUp) }
        return items.prefix(sockets.count).contains { $0.revents != 0 }
    }

    /// What the last wait found. False for a socket that was not among them.
    public func isReady(_ socket: Socket, _ readiness: Readiness = .readable) -> Bool {
        guard let index = sockets.firstIndex(where: { $0 === socket }) else { return false }
        return items[index].revents & readiness.rawValue != 0
    }
}
