import CZeroMQ

/// One part of a ``Message``: bytes that never change, in memory that libzmq owns and counts.
///
/// Writing the payload into a frame is the only copy it ever sees: sending shares the memory, over `inproc` the
/// receiver reads that same memory, and a frame may be sent many times or passed on. Not `Sendable`: it belongs to
/// whoever owns the socket.
public final class Frame {
    /// On the heap, because messages of up to 33 bytes keep their bytes inside the struct itself.
    private let message: UnsafeMutablePointer<zmq_msg_t>

    /// Takes over an initialised message.
    private init(owning message: UnsafeMutablePointer<zmq_msg_t>) {
        self.message = message
    }

    /// Lets the caller write straight into the frame's memory.
    ///
    /// - Parameter fill: Must write all `byteCount` bytes; what it leaves out is whatever the heap held before.
    public init<E>(
        byteCount: Int, filling fill: (UnsafeMutableRawBufferPointer) throws(E) -> Void
    ) throws(E) {
        precondition(byteCount >= 0, "A frame cannot have \(byteCount) bytes")
        message = .allocate(capacity: 1)
        message.initialize(to: zmq_msg_t())
        let isMade = zmq_msg_init_size(message, byteCount) == 0
        precondition(isMade, "No memory for a frame of \(byteCount) bytes")
        // When this throws, deinit frees the memory.
        try fill(UnsafeMutableRawBufferPointer(start: zmq_msg_data(message), count: byteCount))
    }

    /// Copies bytes.
    public convenience init(copying bytes: some Collection<UInt8>) {
        self.init(byteCount: bytes.count) { $0.copyBytes(from: bytes) }
    }

    /// Copies a text as UTF-8.
    public convenience init(_ text: String) {
        self.init(copying: text.utf8)
    }

    deinit {
        zmq_msg_close(message)
        message.deallocate()
    }

    /// In bytes.
    public var count: Int { zmq_msg_size(message) }

    /// Lends the bytes. The pointer must not leave the closure.
    public func withBytes<Result, E>(
        _ body: (UnsafeRawBufferPointer) throws(E) -> Result
    ) throws(E) -> Result {
        try body(UnsafeRawBufferPointer(start: zmq_msg_data(message), count: count))
    }

    /// The bytes as text, or `nil` when they are not UTF-8.
    public var text: String? {
        withBytes { String(validating: $0, as: UTF8.self) }
    }
}

extension Frame {
    /// True when libzmq has said that another frame of the same message follows.
    var isFollowed: Bool { zmq_msg_more(message) != 0 }

    /// Takes the next frame off a socket; `nil` when none came in time.
    static func receive(
        from socket: UnsafeMutableRawPointer, flags: Int32
    ) throws(MessagingError) -> Frame? {
        let message = UnsafeMutablePointer<zmq_msg_t>.allocate(capacity: 1)
        message.initialize(to: zmq_msg_t())
        zmq_msg_init(message)
        let frame = Frame(owning: message)
        let isReceived = try ZeroMQCall.waiting("receive") { zmq_msg_recv(message, socket, flags) }
        return isReceived ? frame : nil
    }

    /// Hands the frame to a socket, sharing the memory; false when the socket would not take it in time.
    func send(to socket: UnsafeMutableRawPointer, flags: Int32) throws(MessagingError) -> Bool {
        var shared = zmq_msg_t()
        return try withUnsafeMutablePointer(to: &shared) { shared throws(MessagingError) in
            zmq_msg_init(shared)
            // Closing does nothing after a send that succeeded: libzmq has taken the content.
            defer { zmq_msg_close(shared) }
            guard zmq_msg_copy(shared, message) == 0 else { throw .reported(zmq_errno(), during: "send") }
            return try ZeroMQCall.waiting("send") { zmq_msg_send(shared, socket, flags) }
        }
    }
}
