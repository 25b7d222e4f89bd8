package import Logging
package import Messaging
package import Metrics
import Samples
import ServiceLifecycle
import Synchronization
import WireFormat

/// Takes what comes in at the doors: decodes and validates it, gives each series a number and each sample its step, and
/// sends every shard of Detect its share.
///
/// Bad input is refused and counted by reason; the rest goes on. When Detect does not take more, Ingest stops taking
/// from the doors, so that the publishers' own high-water marks come into force.
package actor Ingest: Service {
    /// Whoever makes the stage shuts its thread down once ``run()`` has returned.
    package nonisolated let executor: ThreadExecutor
    /// This stage runs on a thread of its own.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private var configuration: IngestConfiguration
    private let context: MessagingContext
    private let clock: WallClock
    private let logger: Logger
    private let metrics: StageMetrics
    private let doorMetrics: DoorMetrics
    private var poller: Poller

    private var doors: [Socket] = []
    private var outlets: [Outlet] = []
    private var decoder: MetricDecoder
    private var series: SeriesTable
    private var columns = MetricColumns()
    private var router: Router
    private var steps = StepClock()
    private var sequences: PublisherSequences
    private var timer: StepTimer
    /// When the current turn began, and since when its work has gone on; nanoseconds of the monotonic clock.
    private var arrival: UInt64 = 0
    private var workStart: UInt64 = 0
    /// The watermark moved without a sample.
    private var isDue = false
    private nonisolated let isStopping = Atomic<Bool>(false)
    private nonisolated let lastTurn = Atomic<UInt64>(0)

    /// Messages taken from one door before the next door gets its turn.
    private static let turn = 256

    /// A stage that does not listen yet; see ``open()``.
    package init(
        _ configuration: IngestConfiguration, context: MessagingContext, clock: WallClock,
        factory: any MetricsFactory, logger: Logger
    ) throws(MessagingError) {
        self.configuration = configuration
        self.context = context
        self.clock = clock
        self.logger = logger
        executor = try ThreadExecutor(name: "ingest")
        poller = Poller(for: executor)
        metrics = StageMetrics(
            stage: "ingest", dropReasons: RefusalReason.allCases.map(\.rawValue), factory: factory)
        doorMetrics = DoorMetrics(factory: factory)
        decoder = MetricDecoder(limits: configuration.decodingLimits)
        sequences = PublisherSequences(maximumPublishers: configuration.decodingLimits.maximumPublishers)
        series = SeriesTable(limit: configuration.seriesLimit)
        router = Router(shards: configuration.shards.count)
        timer = StepTimer(silence: configuration.stepDeadline)
    }

    /// Connects to Detect and opens the doors.
    ///
    /// - Returns: where the doors really are, in the order of the configuration (a port `*` is replaced).
    package func open() throws(MessagingError) -> [Endpoint] {
        for endpoint in configuration.shards {
            let socket = try Socket(.push, in: context, options: .link(configuration.linkHighWaterMark))
            try socket.connect(endpoint)
            outlets.append(Outlet(socket: socket, metrics: metrics))
        }
        var bound: [Endpoint] = []
        for door in configuration.doors {
            var options = SocketOptions()
            options.receiveHighWaterMark = configuration.highWaterMark
            options.maximumMessageBytes = configuration.hardMessageLimit
            let socket = try Socket(door.kind == .pull ? .pull : .sub, in: context, options: options)
            if door.kind == .subscribe {
                for topic in [TopicPrefix.metric, TopicPrefix.change] { try socket.subscribe(topic) }
            }
            bound.append(door.binds ? try socket.bind(door.endpoint) : door.endpoint)
            if !door.binds { try socket.connect(door.endpoint) }
            poller.add(socket, .readable)
            doors.append(socket)
        }
        return bound
    }

    /// Takes input until ``stop()``; then takes what has come in by then, and sends an end to every shard.
    package func run() async throws {
        defer { close() }
        while !isStopping.load(ordering: .relaxed), !Task.isCancelled {
            let wait = steps.isOpen ? configuration.stepDeadline : .milliseconds(100)
            let isReady = try poller.wait(upTo: wait)
            try takeTurn(isReady ? Self.turn : 0)
            if steps.isOpen, timer.isOver(at: arrival) {
                steps.close()
                isDue = true
            }
            if isDue || router.isLoaded { try flush() }
            await executor.yield()
        }
        try takeTurn(configuration.highWaterMark)
        steps.close()
        try flush(isEnd: true)
    }

    /// Stops taking input; what has come in is still sent on.
    package nonisolated func stop() {
        isStopping.store(true, ordering: .relaxed)
    }

    /// Goes on with other limits; doors, shards and the number of series stay as they are.
    package func apply(_ new: IngestConfiguration) {
        configuration.maximumMessageBytes = new.maximumMessageBytes
        configuration.future = new.future
        configuration.past = new.past
        configuration.stepDeadline = new.stepDeadline
        timer.silence = new.stepDeadline
        decoder.limits = configuration.decodingLimits
    }

    /// How many series are known.
    package var seriesCount: Int { series.count }

    /// Seconds since the doors were last asked; `nil` before the first time. Many, where a later stage takes no more.
    package nonisolated var secondsSinceTurn: Double? {
        let last = lastTurn.load(ordering: .relaxed)
        return last == 0 ? nil : Double(MonotonicTime.nanoseconds() - last) * 1e-9
    }

    private func takeTurn(_ messagesOfDoor: Int) throws(MessagingError) {
        arrival = MonotonicTime.nanoseconds()
        lastTurn.store(arrival, ordering: .relaxed)
        workStart = arrival
        guard messagesOfDoor > 0 else { return }
        let now = clock.now()
        for door in doors {
            var left = messagesOfDoor
            while left > 0, !Task.isCancelled, let message = try door.tryReceive() {
                try take(message, now: now)
                left -= 1
            }
        }
    }

    private func take(_ message: Message, now: EventTime) throws(MessagingError) {
        metrics.received.increment()
        guard !message.isTruncated else {
            return refuse(Refusal(.oversized, "The message exceeds what a door receives at all"), topic: "")
        }
        guard message.frames.count == 2 || message.frames.count == 3, let topic = message.frames[0].text else {
            return refuse(Refusal(.malformed, "A message has a topic, optionally a header, and a body"), topic: "")
        }
        let body = message.frames[message.frames.count - 1]
        let header = message.frames.count == 3 ? message.frames[1] : nil
        if topic.hasPrefix(TopicPrefix.metric) {
            try takeMetrics(topic, header, body, now)
        } else if topic.hasPrefix(TopicPrefix.change) {
            takeChange(topic, body, now)
        } else {
            refuse(Refusal(.unknownTopic, "Topics that come in begin with metric. or change."), topic: topic)
        }
    }

    private func takeMetrics(
        _ topic: String, _ header: Frame?, _ body: Frame, _ now: EventTime
    ) throws(MessagingError) {
        columns.removeAll()
        let outcome = body.withBytes { bytes in
            withOptionalBytes(of: header) { head in
                decoder.decode(
                    topic: topic, header: head, body: bytes, into: &columns, series: &series, arrival: now)
            }
        }
        if let publisher = outcome.publisher,
            let gap = sequences.observe(publisher: publisher, sequence: outcome.sequence)
        {
            doorMetrics.lostMessages.increment(by: gap.lost)
            logger.warning(
                "Messages of a publisher were lost on the way",
                metadata: ["publisher.name": "\(publisher)", "lost.count": "\(gap.lost)"])
        }
        if let refusal = outcome.refusedMessage { return refuse(refusal, topic: topic) }
        for (reason, count) in outcome.refusedSamples { metrics.drop(reason.rawValue, count) }
        metrics.items.increment(by: columns.ids.count)
        doorMetrics.series.record(series.count)
        for row in columns.ids.indices {
            router.route(
                series: columns.ids[row], time: columns.times[row], step: steps.step(of: columns.times[row]),
                value: columns.values[row], table: series)
            if router.isFull {
                guard try flush() else { return }
            }
        }
        if !columns.isEmpty { timer.note(step: steps.current, at: arrival) }
    }

    private func takeChange(_ topic: String, _ body: Frame, _ now: EventTime) {
        let decoded = body.withBytes {
            ChangeJSON.decode($0, limits: configuration.decodingLimits, arrival: now)
        }
        switch decoded {
        case .success(let change):
            doorMetrics.changes.increment()
            router.route(SteppedChange(step: steps.stepOfChange(), change: change))
        case .failure(let refusal):
            refuse(refusal, topic: topic)
        }
    }

    private func refuse(_ refusal: Refusal, topic: String) {
        metrics.drop(refusal.reason.rawValue)
        logger.debug(
            "Message refused",
            metadata: [
                "reason": "\(refusal.reason.rawValue)", "topic": "\(topic.prefix(100))",
                "sentence": "\(refusal.sentence)",
            ])
    }

    /// Sends every shard its share and the watermark, however long a shard takes.
    ///
    /// - Returns: false where the task was cancelled before all was sent.
    @discardableResult
    private func flush(isEnd: Bool = false) throws(MessagingError) -> Bool {
        var head = MessageHead()
        head.watermark = steps.current
        head.arrival = router.isLoaded ? arrival : 0
        head.isEnd = isEnd
        for shard in outlets.indices {
            guard try outlets[shard].send(router.message(to: shard, head: head)) else { return false }
            router.clear(shard)
        }
        isDue = false
        let now = MonotonicTime.nanoseconds()
        metrics.processing.recordNanoseconds(Int64(now - workStart))
        workStart = now
        return true
    }

    private func close() {
        for door in doors { door.close() }
        for outlet in outlets { outlet.socket.close() }
    }
}

extension IngestConfiguration {
    var decodingLimits: DecodingLimits {
        var limits = DecodingLimits(maximumMessageBytes: maximumMessageBytes, future: future, past: past)
        limits.maximumSeriesPerPublisher = max(limits.maximumSeriesPerPublisher, seriesLimit)
        return limits
    }
}

/// The bytes of a frame that may not be there.
private func withOptionalBytes<R>(of frame: Frame?, _ body: (UnsafeRawBufferPointer?) -> R) -> R {
    guard let frame else { return body(nil) }
    return frame.withBytes { body($0) }
}
