import Messaging
import Samples
import WireFormat

/// A numbered publisher of samples on the bus.
///
/// Belongs to one actor, like the socket in it.
final class BusPublisher {
    /// The bytes of a message's body.
    enum Format: String, CaseIterable, Sendable {
        case protobuf, json
    }

    private let socket: Socket
    private let topic: String
    private let name: String
    private let format: Format
    private var encoder = MetricEncoder()
    private var sequence: UInt64 = 0
    private var batches = 0
    private let redefineEvery: Int

    /// Connects a PUSH socket: it waits when the daemon does not take more, and loses nothing.
    ///
    /// - Parameter redefineEvery: series are defined anew after so many batches, for a daemon that was started later.
    init(
        to endpoint: Endpoint, in context: MessagingContext, topic: String = "metric.andon", name: String,
        format: Format, redefineEvery: Int
    ) throws(MessagingError) {
        var options = SocketOptions()
        options.linger = .seconds(5)
        options.sendHighWaterMark = 1000
        socket = try Socket(.push, in: context, options: options)
        try socket.connect(endpoint)
        self.topic = topic
        self.name = name
        self.format = format
        self.redefineEvery = redefineEvery
    }

    /// Sends a batch, waiting as long as it takes; gives up only when the task is cancelled.
    ///
    /// - Returns: false where it was given up.
    func publish(_ batch: SampleBatch, at time: EventTime) throws(MessagingError) -> Bool {
        sequence += 1
        let type: ContentType = format == .json ? .json : .protobuf
        let header = MessageHeader(publisher: name, sequence: sequence, contentType: type, sentAt: time)
        let body =
            format == .json
            ? MetricEncoder.json(batch)
            : encoder.encode(batch, everyDefinition: batches % redefineEvery == 0)
        batches += 1
        let message = Message(Frame(topic), Frame(copying: header.encoded()), Frame(copying: body))
        while !Task.isCancelled {
            if try socket.send(message) { return true }
        }
        return false
    }

    /// Hands over what is left, within the linger time.
    func close() {
        socket.close()
    }
}
