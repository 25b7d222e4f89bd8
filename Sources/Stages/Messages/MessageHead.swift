/// The first frame of every message between stages.
package struct MessageHead: Equatable, Sendable {
    /// Bumped with every change of the layout of any message between stages; another version is refused.
    static let version: UInt32 = 5

    /// True for the last message of a sender: all that was sent before has been sent.
    package var isEnd = false
    /// Which of several equal senders this is, from 0.
    package var sender: UInt32 = 0
    /// No later message of this sender belongs to a step before this one, milliseconds since 1970 UTC.
    package var watermark: Int64 = .min
    /// The step of the first sample that ever came in; `Int64.max` before it.
    package var start: Int64 = .max
    /// The first step after history: what was found before it is not told. `Int64.max` while history comes in, `Int64.min` where
    /// there is none.
    package var live: Int64 = .min
    /// When the oldest sample of the message came in at the door, nanoseconds of the machine's monotonic clock; 0 for none.
    package var arrival: UInt64 = 0
    /// So many messages had come in at the doors and were worked on to their end; no later message of this sender has a sample of
    /// one of them.
    package var taken: UInt64 = 0

    /// A head that says nothing yet.
    package init() {}

    func encoded() -> [UInt8] {
        var writer = ByteWriter()
        writer.append(Self.version)
        writer.append(UInt32(isEnd ? 1 : 0))
        writer.append(sender)
        writer.append(watermark)
        writer.append(start)
        writer.append(live)
        writer.append(arrival)
        writer.append(taken)
        return writer.bytes
    }

    init?(decoding bytes: UnsafeRawBufferPointer) {
        var reader = ByteReader(bytes)
        guard let version = reader.next(UInt32.self), version == Self.version, let flags = reader.next(UInt32.self),
            let sender = reader.next(UInt32.self), let watermark = reader.next(Int64.self),
            let start = reader.next(Int64.self), let live = reader.next(Int64.self),
            let arrival = reader.next(UInt64.self), let taken = reader.next(UInt64.self), reader.isAtEnd
        else { return nil }
        isEnd = flags & 1 == 1
        self.sender = sender
        self.watermark = watermark
        self.start = start
        self.live = live
        self.arrival = arrival
        self.taken = taken
    }
}
