package import Logging
package import Messaging
package import Metrics
package import Samples
import ServiceLifecycle
import WireFormat

/// Puts anomalies on the bus, those of each severity numbered without a gap, and remembers the newest for those who ask.
///
/// A subscriber that does not keep up loses messages, sees that in their numbers, and holds up nobody else.
package actor Publish: Service {
    /// Whoever makes the stage shuts its thread down once ``run()`` has returned.
    package nonisolated let executor: ThreadExecutor
    /// This stage runs on a thread of its own.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    let configuration: PublishConfiguration
    private let context: MessagingContext
    let clock: WallClock
    let logger: Logger
    private let metrics: StageMetrics
    private let anomalyMetrics: AnomalyMetrics
    let feedbackMetrics: FeedbackMetrics
    var feedback: FeedbackBoard
    private var poller: Poller

    private var inlet: Socket?
    private var exit: Socket?
    /// By severity: a subscriber to one severity sees no gap that is none.
    private var sequences: [Severity: UInt64] = [:]
    private var board = Board(capacity: 100)

    /// Messages worked on before others may call the actor.
    private static let turn = 64

    /// A stage that does not listen yet; see ``open()``.
    package init(
        _ configuration: PublishConfiguration, context: MessagingContext, clock: WallClock,
        factory: any MetricsFactory, logger: Logger
    ) throws(MessagingError) {
        self.configuration = configuration
        self.context = context
        self.clock = clock
        self.logger = logger
        executor = try ThreadExecutor(name: "publish")
        poller = Poller(for: executor)
        metrics = StageMetrics(stage: "publish", dropReasons: ["slow_subscriber"], factory: factory)
        anomalyMetrics = AnomalyMetrics(factory: factory)
        feedbackMetrics = FeedbackMetrics(factory: factory)
        feedback = FeedbackBoard(configuration.rules)
        feedbackMetrics.rules.record(configuration.rules.all.count)
    }

    /// Opens the inlet, to which Explain connects, and the exits.
    ///
    /// - Returns: where the exits really are (a port `*` is replaced).
    package func open() throws(MessagingError) -> [Endpoint] {
        let socket = try Socket(.pull, in: context, options: .link(configuration.linkHighWaterMark))
        _ = try socket.bind(configuration.inlet)
        poller.add(socket, .readable)
        inlet = socket
        var options = SocketOptions()
        options.sendHighWaterMark = configuration.highWaterMark
        options.linger = .milliseconds(500)
        let out = try Socket(.xpub, in: context, options: options)
        var bound: [Endpoint] = []
        for exit in configuration.exits {
            bound.append(exit.binds ? try out.bind(exit.endpoint) : exit.endpoint)
            if !exit.binds { try out.connect(exit.endpoint) }
        }
        poller.add(out, .readable)
        exit = out
        return bound
    }

    /// Publishes until Explain says that it was all.
    package func run() async throws {
        guard let inlet, let exit else { preconditionFailure("A stage runs after it was opened.") }
        defer {
            inlet.close()
            exit.close()
        }
        while !Task.isCancelled {
            try poller.wait(upTo: .milliseconds(100))
            for _ in 0..<Self.turn {
                guard let subscription = try exit.tryReceive() else { break }
                note(subscription)
            }
            for _ in 0..<Self.turn {
                guard let message = try inlet.tryReceive() else { break }
                guard try work(on: message, exit) else { return }
            }
            await executor.yield()
        }
    }

    /// The newest anomalies, the open ones first.
    package func recent() -> [Anomaly] {
        board.anomalies
    }

    private func note(_ subscription: Message) {
        guard let frame = subscription.frames.first else { return }
        frame.withBytes { bytes in
            switch bytes.first {
            case 1: anomalyMetrics.subscribed.increment()
            case 0: anomalyMetrics.unsubscribed.increment()
            default: break
            }
        }
    }

    /// - Returns: false after the last message.
    private func work(on message: Message, _ exit: Socket) throws(MessagingError) -> Bool {
        let start = MonotonicTime.nanoseconds()
        metrics.received.increment()
        guard let announcement = Announcement(decoding: message) else {
            metrics.error("undecodable")
            logger.error("A message of the stage before cannot be read", metadata: ["stage.name": "publish"])
            return true
        }
        if announcement.feedback != nil || !announcement.heldBack.isEmpty { take(announcement) }
        if let anomaly = announcement.anomaly {
            try publish(anomaly, service: announcement.service, exit)
            if announcement.head.arrival > 0 {
                anomalyMetrics.latency.recordNanoseconds(
                    Int64(MonotonicTime.nanoseconds()) - Int64(announcement.head.arrival))
            }
        }
        metrics.processing.recordNanoseconds(Int64(MonotonicTime.nanoseconds() - start))
        return !announcement.head.isEnd
    }

    private func publish(_ anomaly: Anomaly, service: String?, _ exit: Socket) throws(MessagingError) {
        let sequence = sequences[anomaly.severity, default: 0] + 1
        sequences[anomaly.severity] = sequence
        let publisher = "\(configuration.instance)/\(TopicPrefix.anomaly)\(anomaly.severity.rawValue)"
        let header = MessageHeader(
            publisher: publisher, sequence: sequence, contentType: .cloudEvents, sentAt: clock.now())
        let body = AnomalyJSON.encode(anomaly, source: "andon/\(configuration.instance)", service: service)
        let message = Message(
            Frame(AnomalyTopic.topic(severity: anomaly.severity, service: service)), Frame(copying: header.encoded()),
            Frame(copying: body))
        // False says that a subscriber fell behind; all others got the message.
        if try !exit.publish(message) { metrics.drop("slow_subscriber") }
        metrics.sent.increment()
        metrics.items.increment()
        anomalyMetrics.count(anomaly)
        board.take(anomaly)
        logger.debug(
            "Anomaly",
            metadata: [
                "anomaly.id": "\(anomaly.id)", "anomaly.phase": "\(anomaly.phase.rawValue)",
                "series.key": "\(anomaly.series)", "anomaly.score": "\(anomaly.score)",
            ])
    }
}
