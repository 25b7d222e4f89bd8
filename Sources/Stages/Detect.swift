package import Detection
package import Logging
package import Messaging
package import Metrics
import Samples
import ServiceLifecycle

/// Judges the samples of one shard and owns all that is learned of its series.
///
/// What goes on to Explain is in proportion to what is abnormal: samples that behave end here.
package actor Detect: Service {
    /// Whoever makes the stage shuts its thread down once ``run()`` has returned.
    package nonisolated let executor: ThreadExecutor
    /// This stage runs on a thread of its own.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let configuration: DetectConfiguration
    private let context: MessagingContext
    private let logger: Logger
    private let metrics: StageMetrics
    private let verdictMetrics: VerdictMetrics
    private var poller: Poller

    private var inlet: Socket?
    private var outlet: Outlet?
    private var scores: Outlet?
    private var detector: Detector
    private var report = DetectionReport()
    private var names = SeriesNames()

    /// Messages worked on between two waits; others may call the actor after each.
    private static let turn = 64

    /// A stage that does not listen yet; see ``open()``.
    package init(
        _ configuration: DetectConfiguration, context: MessagingContext, factory: any MetricsFactory, logger: Logger
    ) throws(MessagingError) {
        self.configuration = configuration
        self.context = context
        self.logger = logger
        executor = try ThreadExecutor(name: "detect-\(configuration.shard)")
        poller = Poller(for: executor)
        metrics = StageMetrics(
            stage: "detect", dropReasons: [RefusalReason.outOfOrder.rawValue],
            errorReasons: ["undecodable", "unknown_series"], factory: factory)
        verdictMetrics = VerdictMetrics(shard: configuration.shard, factory: factory)
        detector = Detector(configuration.detector)
        detector.restore(
            configuration.rules, shard: Int(configuration.shard), of: configuration.shards)
        detector.rememberedAnomalies = configuration.rememberedAnomalies
    }

    /// Opens the inlet. Ingest connects to it.
    package func open() throws(MessagingError) {
        let socket = try Socket(.pull, in: context, options: .link(configuration.linkHighWaterMark))
        _ = try socket.bind(configuration.inlet)
        poller.add(socket, .readable)
        inlet = socket
        let out = try Socket(
            .push, in: context, options: .link(configuration.linkHighWaterMark, linger: configuration.linkLinger))
        try out.connect(configuration.outlet)
        outlet = Outlet(socket: out, metrics: metrics, executor: executor)
        guard let place = configuration.scores else { return }
        let told = try Socket(
            .push, in: context, options: .link(configuration.linkHighWaterMark, linger: configuration.linkLinger))
        try told.connect(place)
        scores = Outlet(socket: told, metrics: metrics, executor: executor)
        detector.tellsScores = true
    }

    /// Judges until Ingest says that it was all, and tells Explain the same.
    package func run() async throws {
        guard let inlet, let outlet else { preconditionFailure("A stage runs after it was opened.") }
        defer {
            inlet.close()
            outlet.socket.close()
            scores?.socket.close()
        }
        while !Task.isCancelled {
            try poller.wait(upTo: .milliseconds(100))
            var left = Self.turn
            while left > 0, let message = try inlet.tryReceive() {
                left -= 1
                guard try await work(on: message, outlet) else { return }
                await executor.yield()
            }
            await executor.yield()
        }
    }

    /// Judges by another configuration from the next message on.
    ///
    /// - Returns: the names of the baselines that start again.
    package func apply(_ new: DetectorConfiguration) -> [String] {
        detector.apply(new)
    }

    /// How many series the shard owns, the bytes of state of each, and its open anomalies.
    package var size: (series: Int, bytesPerSeries: Int, open: Int) {
        (detector.seriesCount, detector.bytesPerSeries, detector.openCount)
    }

    /// - Returns: false after the last message.
    private func work(on message: Message, _ outlet: Outlet) async throws(MessagingError) -> Bool {
        let start = MonotonicTime.nanoseconds()
        metrics.received.increment()
        guard var routed = RoutedMessage(decoding: message) else {
            metrics.error("undecodable")
            logger.error("A message of the stage before cannot be read", metadata: ["stage.name": "detect"])
            return true
        }
        for definition in routed.definitions {
            names.add(definition)
            detector.add(definition.id, definition.key)
        }
        if !routed.samples.series.allSatisfy(names.contains) {
            metrics.error("unknown_series")
            logger.error(
                "Samples of series that nobody defined are lost", metadata: ["sample.count": "\(routed.samples.count)"])
            routed.samples.removeAll()
        }
        report.removeAll()
        for stepped in routed.changes { detector.take(stepped.change, step: stepped.step, into: &report) }
        for stepped in routed.feedback { detector.take(stepped.feedback, step: stepped.step, into: &report) }
        // Before the first sample there is no time that the detector could start from.
        if routed.samples.count > 0 || routed.head.watermark > .min {
            detector.process(
                routed.samples, jumps: routed.jumps, start: routed.head.start, watermark: routed.head.watermark,
                into: &report)
        }
        count(routed, start)
        if let scores {
            guard try await scores.send(scored(routed).encoded()) else { return false }
        }
        guard try await outlet.send(findings(routed).encoded()) else { return false }
        metrics.processing.recordNanoseconds(Int64(MonotonicTime.nanoseconds() - start))
        return !routed.head.isEnd
    }

    private func count(_ routed: RoutedMessage, _ start: UInt64) {
        metrics.items.increment(by: routed.samples.count)
        metrics.drop(RefusalReason.outOfOrder.rawValue, report.outOfOrder)
        verdictMetrics.scored.increment(by: report.scored)
        verdictMetrics.warming.increment(by: report.warming)
        verdictMetrics.unrated.increment(by: report.unrated)
        verdictMetrics.resets.increment(by: report.resets)
        verdictMetrics.counters.record(detector.counterCount)
        for held in report.heldBack { verdictMetrics.count(held) }
        verdictMetrics.forgotten.increment(by: report.forgotten)
        verdictMetrics.tolerated.increment(by: report.tolerated)
        // Every shard forgets the same.
        if configuration.shard == 0 { verdictMetrics.forgottenLeases.increment(by: report.forgottenLeases) }
        verdictMetrics.bytesPerSeries.record(detector.bytesPerSeries)
        verdictMetrics.open.record(detector.openCount)
        if routed.samples.count > 0, routed.head.arrival > 0 {
            verdictMetrics.latency.recordNanoseconds(
                Int64(MonotonicTime.nanoseconds()) - Int64(routed.head.arrival))
        }
    }

    private func scored(_ routed: RoutedMessage) -> ScoredMessage {
        var scored = ScoredMessage()
        scored.head = routed.head
        scored.head.sender = configuration.shard
        scored.definitions = routed.definitions
        scored.samples = routed.samples
        scored.scores = report.scores
        return scored
    }

    private func findings(_ routed: RoutedMessage) -> Findings {
        var findings = Findings()
        findings.head = routed.head
        findings.head.sender = configuration.shard
        findings.movements = report.movements
        findings.transitions = report.transitions
        findings.changes = configuration.shard == 0 ? routed.changes : []
        findings.feedback = zip(routed.feedback, report.feedback).map {
            FeedbackAnswer(number: $0.number, record: $1)
        }
        findings.heldBack = report.heldBack
        findings.exposures = report.exposures
        for movement in report.movements {
            if let definition = names.definitionToTell(of: movement.series) { findings.definitions.append(definition) }
        }
        for transition in report.transitions {
            if let definition = names.definitionToTell(of: transition.series) {
                findings.definitions.append(definition)
            }
        }
        return findings
    }
}
