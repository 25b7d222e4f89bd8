import Detection
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

    var configuration: IngestConfiguration
    private let context: MessagingContext
    private let clock: WallClock
    let logger: Logger
    let metrics: StageMetrics
    let doorMetrics: DoorMetrics
    private var poller: Poller

    private var doors: [Socket] = []
    private var outlets: [Outlet] = []
    var tap: SampleTap?
    var decoder: MetricDecoder
    var series: SeriesTable
    var columns = MetricColumns()
    var router: Router
    var steps = StepClock()
    var sequences: PublisherSequences
    var timer: StepTimer
    /// When the current turn began, and since when its work has gone on; nanoseconds of the monotonic clock.
    private(set) var arrival: UInt64 = 0
    private var workStart: UInt64 = 0
    /// Messages of all doors that were worked on to their end.
    private var taken: UInt64 = 0
    /// There is something to tell although no sample waits to be sent.
    private var isDue = false
    nonisolated let isStopping = Atomic<Bool>(false)
    private nonisolated let lastTurn = Atomic<UInt64>(0)

    /// Messages taken from one door before the next door gets its turn.
    private static let turn = 256
    /// How long a stage that stops goes on taking what still comes: a quarter of what stopping may last by default.
    private static let restNanoseconds: UInt64 = 1_000_000_000

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
            outlets.append(Outlet(socket: socket, metrics: metrics, executor: executor))
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

    /// Opens the taps, if there are any.
    ///
    /// - Returns: where they really are, in the order of the configuration.
    package func openTaps() throws(MessagingError) -> [Endpoint] {
        guard !configuration.taps.isEmpty else { return [] }
        var options = SocketOptions()
        options.sendHighWaterMark = configuration.highWaterMark
        options.linger = .milliseconds(500)
        let socket = try Socket(.xpub, in: context, options: options)
        var bound: [Endpoint] = []
        for tap in configuration.taps {
            bound.append(tap.binds ? try socket.bind(tap.endpoint) : tap.endpoint)
            if !tap.binds { try socket.connect(tap.endpoint) }
        }
        poller.add(socket, .readable)
        tap = SampleTap(
            socket, instance: configuration.instance, clock: clock, slowListeners: doorMetrics.slowListeners)
        return bound
    }

    /// Takes input until ``stop()``; then takes what has come in by then, and sends an end to every shard.
    package func run() async throws {
        defer { close() }
        while !isStopping.load(ordering: .relaxed), !Task.isCancelled {
            let wait = steps.isOpen ? configuration.stepDeadline : .milliseconds(100)
            let isReady = try poller.wait(upTo: wait)
            _ = try await takeTurn(isReady ? Self.turn : 0)
            if steps.isOpen, timer.isOver(at: arrival) { try closeStep() }
            if isDue || router.isLoaded { try await flush() }
            await executor.yield()
        }
        try await takeTheRest()
        steps.close()
        try await flush(isEnd: true)
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

    /// Ends the current step; what was found in it can be told.
    func closeStep() throws(MessagingError) {
        steps.close()
        try tap?.tellClose()
        isDue = true
    }

    /// What lies in the sockets when the stage stops would be lost with them; a publisher that goes on and on is not
    /// waited for.
    private func takeTheRest() async throws(MessagingError) {
        var deadline = MonotonicTime.nanoseconds() + Self.restNanoseconds
        while try await takeTurn(Self.turn), MonotonicTime.nanoseconds() < deadline {
            guard router.isLoaded else { continue }
            // Waiting for the next stage is not the publishers' time.
            let start = MonotonicTime.nanoseconds()
            try await flush()
            deadline += MonotonicTime.nanoseconds() - start
        }
    }

    /// Takes up to so many messages of each door.
    ///
    /// - Returns: true where there were any.
    private func takeTurn(_ messagesOfDoor: Int) async throws(MessagingError) -> Bool {
        arrival = MonotonicTime.nanoseconds()
        lastTurn.store(arrival, ordering: .relaxed)
        workStart = arrival
        try tap?.noteListeners()
        doorMetrics.listeners.record(tap?.listeners ?? 0)
        guard messagesOfDoor > 0 else { return false }
        let now = clock.now()
        var isAny = false
        for door in doors {
            var left = messagesOfDoor
            while left > 0, !Task.isCancelled, let message = try door.tryReceive() {
                try await take(message, now: now)
                taken += 1
                // Who matches rows with what was said of them must learn that of refused ones nothing will be.
                if configuration.takesCloses { isDue = true }
                isAny = true
                left -= 1
            }
        }
        return isAny
    }

    /// Sends every shard its share and the watermark, however long a shard takes.
    ///
    /// - Returns: false where the task was cancelled before all was sent.
    @discardableResult
    func flush(isEnd: Bool = false) async throws(MessagingError) -> Bool {
        var head = MessageHead()
        head.watermark = steps.current
        head.start = steps.start
        head.arrival = router.isLoaded ? arrival : 0
        head.taken = taken
        head.isEnd = isEnd
        router.note(steps.takeJumps())
        for shard in outlets.indices {
            guard try await outlets[shard].send(router.message(to: shard, head: head)) else { return false }
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
        tap?.socket.close()
    }
}
