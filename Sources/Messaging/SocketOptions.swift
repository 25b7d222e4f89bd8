/// How a socket behaves. Every option is set on every socket, so that none depends on a default of libzmq.
public struct SocketOptions: Sendable {
    /// The longest a call may block, so that whoever waits sees a shutdown (STYLE, Concurrency 5).
    public static let longestTimeout = Duration.milliseconds(100)
    /// The longest a closing socket may hold up the end of the process.
    public static let longestLinger = Duration.seconds(30)

    /// Messages that wait for each peer on this side before `send` blocks (or, for `pub`, drops). At least 1; 1000 is
    /// libzmq's default. Over `inproc` the sender's and the receiver's marks add up to one queue.
    public var sendHighWaterMark = 1_000
    /// Messages that wait for the owner on this side before the peer is told to stop. At least 1.
    public var receiveHighWaterMark = 1_000
    /// How long unsent messages survive `close()`, up to ``longestLinger``; `nil` is until they are sent, for a process
    /// that somebody watches and may interrupt.
    public var linger: Duration? = .seconds(1)
    /// How long ``Socket/send(_:)`` waits, up to ``longestTimeout``.
    public var sendTimeout = longestTimeout
    /// How long ``Socket/receive()`` waits, up to ``longestTimeout``.
    public var receiveTimeout = longestTimeout
    /// The most that is received as one message, in bytes. A peer on `ipc` or `tcp` that sends a larger *frame* is
    /// disconnected by libzmq; frames that are larger together (or come over `inproc`) arrive as
    /// ``Message/isTruncated``.
    ///
    /// libzmq keeps the frames of a message that is not yet complete in memory, however many; this limits what reaches
    /// its owner. 64 MiB is a thousand times the batch size at which throughput stops growing.
    public var maximumMessageBytes = 64 << 20
    /// The most frames that are received as one message; more arrive as ``Message/isTruncated``. At least 1.
    /// Ours have three.
    public var maximumFrames = 64
    /// For `pub` and `xpub`: a subscriber at its high-water mark makes `trySend` return false, instead of losing the
    /// message in silence. The default, because every drop is counted; see ``Socket/publish(_:)``.
    public var noDrop = true
    /// For sockets that connect: queue only for peers whose connection stands, so that nothing waits for one that never
    /// comes.
    public var immediate = false
    /// For `router`: a message to an unknown peer throws ``MessagingError/unreachable(operation:)`` instead of
    /// vanishing.
    public var routerMandatory = true
    /// How often an idle peer on `ipc` or `tcp` is asked for a sign of life; without one for three times as long, its
    /// connection is closed. `nil` asks never: for peers whose library does not know ZMTP 3.1.
    public var heartbeat: Duration? = .seconds(10)

    /// How long a peer may take to introduce itself.
    static let handshakeTimeout = Duration.seconds(10)
    /// Between attempts to connect again: the first, and what doubling leads up to.
    static let reconnect = (first: Duration.milliseconds(100), last: Duration.seconds(2))

    /// The defaults that stand at the properties.
    public init() {}
}
