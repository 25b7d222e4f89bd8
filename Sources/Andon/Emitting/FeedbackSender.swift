import Messaging
import Samples
import WireFormat

/// Sends one feedback, on a thread of its own: sending waits.
actor FeedbackSender {
    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let context: MessagingContext

    /// How long a daemon may take to come.
    private static let patience = Duration.seconds(5)

    init() throws(MessagingError) {
        executor = try ThreadExecutor(name: "feedback")
        context = try MessagingContext()
    }

    /// Sends it, and waits until it is on its way.
    ///
    /// - Returns: false where no daemon takes it.
    func send(_ feedback: Feedback, to door: Endpoint) throws(MessagingError) -> Bool {
        var options = SocketOptions()
        options.immediate = true
        options.linger = Self.patience
        let socket = try Socket(.push, in: context, options: options)
        defer {
            socket.close()
            context.close()
        }
        try socket.connect(door)
        let message = Message(Frame("\(TopicPrefix.feedback)andon"), Frame(copying: FeedbackJSON.encode(feedback)))
        let end = ContinuousClock.now + Self.patience
        while try !socket.send(message) {
            if ContinuousClock.now >= end || Task.isCancelled { return false }
        }
        return true
    }
}
