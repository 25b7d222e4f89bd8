import Messaging
import Metrics
import Samples
import WireFormat

/// An exit for the samples that were taken, in the order in which they are judged, for whoever records them.
///
/// What leaves it says all that decides: samples, changes, feedback, and where a step was closed because the doors were silent. Replayed
/// in this order it gives the same anomalies. It costs nothing while nobody listens; a listener that falls behind loses messages,
/// sees that in their numbers, and holds up nobody.
///
/// What was taken in one turn leaves as one message, so that the few messages that may wait for a listener are a long time.
struct SampleTap {
    let socket: Socket
    private let publisher: String
    private let clock: WallClock
    private let slowListeners: Counter
    private var sequence: UInt64 = 0
    /// Samples that were not told yet.
    private var pending = MetricColumns()
    /// Topics that are listened to; 0 when nobody listens.
    private(set) var listeners = 0

    /// Samples that are told at once: as many as `andon emit` puts into a message.
    private static let fullCount = 16_384

    /// A tap on a bound socket of kind XPUB.
    init(_ socket: Socket, instance: String, clock: WallClock, slowListeners: Counter) {
        self.socket = socket
        self.slowListeners = slowListeners
        publisher = "\(instance)/\(TopicPrefix.sample)"
        self.clock = clock
    }

    /// Notes who began or ceased to listen.
    mutating func noteListeners() throws(MessagingError) {
        while let message = try socket.tryReceive() {
            switch message.frames.first?.withBytes({ $0.first }) {
            case 1: listeners += 1
            case 0: listeners -= 1
            default: break
            }
        }
    }

    /// Takes samples, which are told with the next ``tellPending(of:)`` at the latest.
    mutating func tell(_ columns: MetricColumns, of table: SeriesTable) throws(MessagingError) {
        guard listeners > 0 else { return }
        pending.ids += columns.ids
        pending.times += columns.times
        pending.values += columns.values
        if pending.ids.count >= Self.fullCount { try tellPending(of: table) }
    }

    /// Tells the samples that were not told yet.
    mutating func tellPending(of table: SeriesTable) throws(MessagingError) {
        guard !pending.isEmpty else { return }
        try tell(kind: "batch", MetricEncoder.json(pending.batch(of: table)))
        pending.removeAll()
    }

    /// Tells a change.
    mutating func tell(_ change: Change, of table: SeriesTable) throws(MessagingError) {
        try tellPending(of: table)
        guard listeners > 0 else { return }
        try tell(kind: "change", Array(#"{"change":"#.utf8) + ChangeJSON.encode(change) + Array("}".utf8))
    }

    /// Tells what an operator said.
    mutating func tell(_ feedback: Feedback, of table: SeriesTable) throws(MessagingError) {
        try tellPending(of: table)
        guard listeners > 0 else { return }
        try tell(kind: "feedback", Array(#"{"feedback":"#.utf8) + FeedbackJSON.encode(feedback) + Array("}".utf8))
    }

    /// Tells that the current step was closed.
    mutating func tellClose(of table: SeriesTable) throws(MessagingError) {
        try tellPending(of: table)
        guard listeners > 0 else { return }
        try tell(kind: "close", Array(#"{"close":true}"#.utf8))
    }

    private mutating func tell(kind: String, _ body: [UInt8]) throws(MessagingError) {
        sequence += 1
        let header = MessageHeader(
            publisher: publisher, sequence: sequence, contentType: .json, sentAt: clock.now())
        let message = Message(
            Frame(TopicPrefix.sample + kind), Frame(copying: header.encoded()), Frame(copying: body))
        // False says that a listener fell behind; it sees that in the numbers.
        if try !socket.publish(message) { slowListeners.increment() }
    }
}

extension MetricColumns {
    /// The same samples with a table of their own.
    fileprivate func batch(of table: SeriesTable) -> SampleBatch {
        var batch = SampleBatch()
        var places: [UInt32: UInt32] = [:]
        for row in ids.indices {
            let place = places[ids[row]] ?? UInt32(batch.series.count)
            if place == batch.series.count {
                batch.series.append(table.keys[Int(ids[row])])
                places[ids[row]] = place
            }
            batch.append(place, EventTime(milliseconds: times[row]), values[row])
        }
        return batch
    }
}
