/// One or more frames that travel together: the receiver gets all of them or none.
public struct Message {
    /// In the order in which they were sent.
    public let frames: [Frame]

    /// True when the message exceeded the receiving socket's limits (see ``SocketOptions``): `frames` holds the
    /// beginning that was within them, perhaps nothing, and the rest was read off and dropped. Count it as oversized;
    /// do not use it.
    public let isTruncated: Bool

    /// At least one frame is needed to send it.
    public init(_ frames: Frame...) {
        self.init(frames)
    }

    /// At least one frame is needed to send it.
    public init(_ frames: [Frame], isTruncated: Bool = false) {
        self.frames = frames
        self.isTruncated = isTruncated
    }

    /// Bytes of all frames together.
    public var totalBytes: Int {
        frames.reduce(0) { $0 + $1.count }
    }
}
