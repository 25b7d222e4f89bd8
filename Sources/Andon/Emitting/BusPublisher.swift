import Messaging
import Samples
import Stages
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
    /// Called when the daemon has taken nothing for a second: it is not there, or does not keep up.
    var onWaiting: () -> Void = {}

    /// Connects a PUSH socket: it waits when the daemon does not take more, and loses nothing.
    ///
    /// - Parameters:
    ///   - redefineEvery: series are defined anew after so many batches, for a daemon that was started later.
    ///   - linger: how long after ``close()`` what was sent may take to get out. `nil` keeps it until it is out, over
    ///     lost connections too.
    init(
        to endpoint: Endpoint, in context: MessagingContext, topic: String = "metric.andon", name: String,
        format: Format, redefineEvery: Int, linger: Duration?
    ) throws(MessagingError) {
        var options = SocketOptions()
        options.linger = linger
        // What is old when the daemon comes back need not wait for it: sending says that it is not there instead.
        options.immediate = linger != nil
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
        let start = MonotonicTime.nanoseconds()
        var isWaiting = false
        while !Task.isCancelled {
            if try socket.send(message) { return true }
            if !isWaiting, MonotonicTime.nanoseconds() - start > 1_000_000_000 {
                isWaiting = true
                onWaiting()
            }
        }
        return false
    }

    /// Hands over what is left, within the linger time.
    func close() {
        socket.close()
    }
}
