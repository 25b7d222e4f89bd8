import CZeroMQ

/// One ZeroMQ socket. Belongs to one owner: an actor on a ``ThreadExecutor``, or a function that keeps it to itself.
///
/// Which kind joins what:
///
/// - *stage → stage*: `push` → `pull` over `inproc`. The marks of both ends add up to one bounded queue; when it is
///   full the sender waits, so back-pressure walks upstream to the door.
/// - *publishers → door*: `pub` → `sub`, where the publisher drops for a slow door and the sequence in its header shows
///   it; or `push` → `pull`, where it waits.
/// - *Andon → subscribers*: `pub` (or `xpub`) with ``publish(_:)``: those who keep up get everything, and a slow one is
///   noticed.
/// - *acknowledged door, replay*: `dealer` → `router`.
///
/// No call blocks longer than its time-out (100 ms at most); "not now" is `false` or `nil`, never an error.
public final class Socket {
    /// What it does with messages.
    public let kind: Kind
    /// As it was made.
    public let options: SocketOptions

    /// A context ends after its sockets: holding it makes that so.
    private let context: MessagingContext
    private var handle: UnsafeMutableRawPointer?

    /// Opens a socket that is neither bound nor connected yet.
    ///
    /// - Throws: ``MessagingError/terminated(operation:)`` after the context was shut down,
    ///   ``MessagingError/failed(operation:code:text:)`` beyond its number of sockets.
    public init(
        _ kind: Kind, in context: MessagingContext, options: SocketOptions = SocketOptions()
    ) throws(MessagingError) {
        self.kind = kind
        self.options = options
        self.context = context
        let made = try context.makeSocket(ofType: kind.type)
        // From here on deinit closes it, also when an option is refused.
        handle = made
        try options.apply(to: made, of: kind)
    }

    /// Gives the socket back; what is not yet sent lingers in the background. Any number of times.
    public func close() {
        guard let open = handle else { return }
        handle = nil
        zmq_close(open)
    }

    deinit {
        close()
    }

    /// The libzmq socket, for one call.
    ///
    /// - Throws: ``MessagingError/terminated(operation:)`` when it is closed.
    func open(for operation: @autoclosure () -> String) throws(MessagingError) -> UnsafeMutableRawPointer {
        guard let handle else { throw .terminated(operation: operation()) }
        return handle
    }
}
