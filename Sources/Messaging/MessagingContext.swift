import CZeroMQ
import Glibc
import Synchronization

/// libzmq's I/O threads, and the space in which `inproc` names live.
///
/// One a process is enough. Every ``Socket`` keeps its context alive, so forgetting one never pulls the ground from
/// under it. To stop: ``shutdown()`` wakes everybody, the owners close their sockets, ``close()`` waits for the last
/// bytes.
public final class MessagingContext: Sendable {
    private enum Phase {
        case open, shutDown, closed
    }

    /// A context is the one thing in libzmq that threads may share; `phase` guards that nobody uses it once it is
    /// freed.
    nonisolated(unsafe) private let handle: UnsafeMutableRawPointer
    private let phase = Mutex(Phase.open)

    /// Starts lazily: the threads come with the first socket.
    ///
    /// - Parameters:
    ///   - ioThreads: Threads that move bytes for `ipc` and `tcp`. libzmq's rule is one per gigabyte a second.
    ///   - maximumSockets: Open at the same time; 1023 is libzmq's own default.
    /// - Throws: ``MessagingError/failed(operation:code:text:)`` when the system gives no more descriptors.
    public init(ioThreads: Int = 1, maximumSockets: Int = 1023) throws(MessagingError) {
        guard let handle = zmq_ctx_new() else { throw .reported(zmq_errno(), during: "make a messaging context") }
        self.handle = handle
        try set(ZMQ_IO_THREADS, to: ioThreads, named: "ioThreads")
        try set(ZMQ_MAX_SOCKETS, to: maximumSockets, named: "maximumSockets")
    }

    /// Makes every blocked and every later call on this context's sockets throw
    /// ``MessagingError/terminated(operation:)``. May be called from any thread, any number of times; returns at once.
    public func shutdown() {
        // Held across the call so that close() cannot free the context meanwhile; the call does not wait.
        phase.withLock { phase in
            guard phase == .open else { return }
            phase = .shutDown
            zmq_ctx_shutdown(handle)
        }
    }

    /// Shuts down, then **waits** until every socket is closed by its owner and what lingers is sent or given up.
    /// Only the first call waits. Never from the cooperative pool while a socket is open.
    public func close() {
        shutdown()
        let isFirst = phase.withLock { phase in
            defer { phase = .closed }
            return phase != .closed
        }
        guard isFirst else { return }
        while zmq_ctx_term(handle) != 0 {
            // A signal interrupts the wait; anything else means that there is nothing to wait for.
            guard zmq_errno() == EINTR else { return }
        }
    }

    /// The safety net. Sockets hold on to the context, so none is open here and the wait is their linger at most.
    deinit {
        close()
    }

    /// A new libzmq socket, which the caller closes.
    func makeSocket(ofType type: Int32) throws(MessagingError) -> UnsafeMutableRawPointer {
        // Held across the call so that close() cannot free the context meanwhile; the call does not wait.
        try phase.withLock { phase throws(MessagingError) in
            guard phase == .open else { throw .terminated(operation: "open a socket") }
            guard let made = zmq_socket(handle, type) else { throw .reported(zmq_errno(), during: "open a socket") }
            return made
        }
    }

    private func set(_ option: Int32, to value: Int, named name: String) throws(MessagingError) {
        guard let narrow = Int32(exactly: value), narrow > 0 else {
            preconditionFailure("\(name) must be positive and fit in 32 bits")
        }
        if zmq_ctx_set(handle, option, narrow) != 0 { throw .reported(zmq_errno(), during: "set \(name)") }
    }
}
