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
    let context: MessagingContext
    let clock: WallClock
    let logger: Logger
    let metrics: StageMetrics
    let doorMetrics: DoorMetrics
    var poller: Poller

    var doors: [Socket] = []
    /// Where history comes in, those that have not come to their end.
    var history: [Socket] = []
    /// Those that have.
    var historyEnded: [Socket] = []
    /// See ``MessageHead/live``.
    var live: Int64 = .min
    var outlets: [Outlet] = []
    var tap: SampleTap?
    var decoder: MetricDecoder
    var series: SeriesTable
    var columns = MetricColumns()
    var router: Router
    var steps = StepClock()
    var sequences: PublisherSequences
    var timer: StepTimer
    /// Publishers that were forgotten, as far as that is counted.
    var forgotten = (definitions: 0, numbers: 0)
    /// When the current message was taken, or the doors were last asked; nanoseconds of the monotonic clock, as below.
    var arrival: UInt64 = 0
    /// When the oldest message was taken whose samples wait to be sent; 0 where none do.
    var waitingSince: UInt64 = 0
    /// Since when the current work has gone on.
    var workStart: UInt64 = 0
    /// How long sending to the next stage has taken in all.
    var sendingNanoseconds: UInt64 = 0
    /// Messages of all doors that were worked on to their end.
    var taken: UInt64 = 0
    /// Feedback that was taken so far.
    var feedbackCount: UInt64 = 0
    /// There is something to tell although no sample waits to be sent.
    var isDue = false
    /// What a stage that stops may still take; `nil` before.
    var rest: RestTimer?
    private nonisolated let isStopping = Atomic<Bool>(false)
    nonisolated let isTakingHistory: Atomic<Bool>
    nonisolated let lastTurn = Atomic<UInt64>(0)

    /// Why samples and messages are lost when the stage ends before they could be sent.
    static let cancelled = "cancelled"

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
            stage: "ingest", dropReasons: RefusalReason.allCases.map(\.rawValue) + [Self.cancelled],
            factory: factory)
        doorMetrics = DoorMetrics(factory: factory)
        isTakingHistory = Atomic(!configuration.history.isEmpty)
        decoder = MetricDecoder(limits: configuration.decodingLimits)
        sequences = PublisherSequences(maximumPublishers: configuration.decodingLimits.maximumPublishers)
        series = SeriesTable(limit: configuration.seriesLimit)
        router = Router(shards: configuration.shards.count)
        timer = StepTimer(silence: configuration.stepDeadline)
    }

    /// Takes history to its end, where there is any, and input until ``stop()``; then takes what has come in by then, and sends
    /// an end to every shard.
    package func run() async throws {
        // Before anything is waited for: whoever asks whether the doors are served learns it at once.
        lastTurn.store(MonotonicTime.nanoseconds(), ordering: .relaxed)
        defer { close() }
        while goesOn {
            let wait = steps.isOpen ? configuration.stepDeadline : .milliseconds(100)
            let isReady = try poller.wait(upTo: wait)
            _ = try await takeTurn(asking: isReady ? inlets : [])
            if steps.isOpen, !isWarming, timer.isOver(at: arrival) { try closeStep() }
            if isDue || router.isLoaded { try await flush() }
            await executor.yield()
        }
        try await takeTheRest()
        steps.close()
        if try await !flush(isEnd: true) { lose(samples: router.sampleCount) }
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
        decoder.limits = limits
    }

    /// True before the end of the history.
    package nonisolated var isWarming: Bool { isTakingHistory.load(ordering: .relaxed) }

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
        if !isWarming { try tap?.tellClose(of: series) }
        isDue = true
    }

    /// True while messages may be taken.
    var goesOn: Bool {
        guard !Task.isCancelled else { return false }
        guard let rest else { return !isStopping.load(ordering: .relaxed) }
        return !rest.isOver(at: MonotonicTime.nanoseconds(), sending: sendingNanoseconds)
    }

    /// Counts samples that were taken and cannot be sent any more.
    func lose(samples count: Int) {
        guard count > 0 else { return }
        metrics.drop(Self.cancelled, count)
        logger.warning(
            "Samples that were taken are lost: the stage ended before they could be sent",
            metadata: ["sample.count": "\(count)"])
    }

    /// Sends every shard its share and the watermark, however long a shard takes.
    ///
    /// - Returns: false where the task was cancelled before all was sent.
    @discardableResult
    func flush(isEnd: Bool = false) async throws(MessagingError) -> Bool {
        var head = MessageHead()
        head.watermark = steps.current
        head.start = steps.start
        head.live = live
        head.arrival = router.isLoaded ? waitingSince : 0
        head.taken = taken
        head.isEnd = isEnd
        let start = MonotonicTime.nanoseconds()
        router.note(steps.takeJumps())
        for shard in outlets.indices {
            guard try await outlets[shard].send(router.message(to: shard, head: head)) else { return false }
            router.clear(shard)
        }
        isDue = false
        waitingSince = 0
        let now = MonotonicTime.nanoseconds()
        lastTurn.store(now, ordering: .relaxed)
        sendingNanoseconds += now - start
        metrics.processing.recordNanoseconds(Int64(now - workStart))
        workStart = now
        return true
    }
}
