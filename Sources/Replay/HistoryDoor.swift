import Messaging
import Samples
import WireFormat

/// The place at which stages take history, as a source of it sees it. Belongs to one actor, like the socket in it.
struct HistoryDoor {
    private let socket: Socket
    /// One of several sources must not speak in the name of another: each numbers its series and its messages.
    private let publisher: String
    private var encoder = MetricEncoder(maximumSeries: 1 << 24)
    private var sequence: UInt64 = 0
    /// Messages sent so far, of every kind.
    private(set) var messages: UInt64 = 0

    /// Connects to a place, which somebody has bound or will bind.
    init(at place: Endpoint, in context: MessagingContext) throws(MessagingError) {
        var options = SocketOptions()
        options.sendHighWaterMark = 1
        // What was sent is still read behind the end of this socket.
        options.linger = .seconds(5)
        publisher = place.description
        socket = try Socket(.push, in: context, options: options)
        try socket.connect(place)
    }

    /// Pushes samples.
    mutating func push(_ batch: SampleBatch) throws(MessagingError) {
        sequence += 1
        let header = MessageHeader(
            publisher: publisher, sequence: sequence, contentType: .protobuf, sentAt: EventTime(milliseconds: 0))
        let body = encoder.encode(batch)
        try push(Message(Frame(TopicPrefix.metric), Frame(copying: header.encoded()), Frame(copying: body)))
    }

    /// Pushes a change.
    mutating func push(_ change: Change) throws(MessagingError) {
        try push(Message(Frame(TopicPrefix.change), Frame(copying: ChangeJSON.encode(change))))
    }

    /// Pushes feedback; all samples before it were pushed.
    mutating func push(_ feedback: Feedback) throws(MessagingError) {
        try push(Message(Frame(TopicPrefix.feedback), Frame(copying: FeedbackJSON.encode(feedback))))
    }

    /// Pushes feedback as it was recorded.
    mutating func push(feedback members: Labels) throws(MessagingError) {
        try push(Message(Frame(TopicPrefix.feedback), Frame(copying: FeedbackJSON.encode(members: members))))
    }

    /// Says that what follows belongs to a later step.
    mutating func closeStep() throws(MessagingError) {
        try push(Message(Frame(TopicPrefix.sampleClose), Frame("")))
    }

    /// Says that this was all.
    mutating func end() throws(MessagingError) {
        try push(Message(Frame(TopicPrefix.sampleEnd), Frame("")))
    }

    /// Closes the socket.
    func close() { socket.close() }

    /// Sends, however long the stages take; gives up only when the task is cancelled.
    private mutating func push(_ message: Message) throws(MessagingError) {
        messages += 1
        while !Task.isCancelled {
            if try socket.send(message) { return }
        }
    }
}
