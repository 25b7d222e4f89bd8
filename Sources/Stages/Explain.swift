package import Causes
import Detection
package import Logging
package import Messaging
package import Metrics
package import Samples
import ServiceLifecycle

/// Sees all series: ranks the suspected causes of each anomaly, and decides which of its turns are worth a message.
package actor Explain: Service {
    /// Whoever makes the stage shuts its thread down once ``run()`` has returned.
    package nonisolated let executor: ThreadExecutor
    /// This stage runs on a thread of its own.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let configuration: ExplainConfiguration
    private let context: MessagingContext
    private let logger: Logger
    private let metrics: StageMetrics
    private var poller: Poller

    private(set) var inlet: Socket?
    private var outlet: Outlet?
    private var queue: StepQueue
    private var narrator: Narrator
    private var tally: FeedbackTally
    private var gate: BudgetGate
    private var budgetMetrics: BudgetMetrics
    /// Told once: what was found in the history, when all of it has been taken.
    package nonisolated let historyFindings: AsyncStream<HistoryFindings>
    private let historyTeller: AsyncStream<HistoryFindings>.Continuation
    private let untold: Counter
    /// All of the history has been taken, or there was none.
    private var isLive = false
    /// Of all series that ever moved, so never more than the configured limit of series.
    private var keys: [UInt32: SeriesKey] = [:]

    /// Messages worked on between two waits; others may call the actor after each.
    private static let turn = 64

    /// A stage that does not listen yet; see ``open()``.
    package init(
        _ configuration: ExplainConfiguration, context: MessagingContext, factory: any MetricsFactory, logger: Logger
    ) throws(MessagingError) {
        self.configuration = configuration
        self.context = context
        self.logger = logger
        executor = try ThreadExecutor(name: "explain")
        poller = Poller(for: executor)
        metrics = StageMetrics(stage: "explain", dropReasons: [], factory: factory)
        queue = StepQueue(shards: configuration.shards)
        tally = FeedbackTally(shards: configuration.shards)
        gate = BudgetGate(configuration.policies)
        budgetMetrics = BudgetMetrics(factory: factory)
        budgetMetrics.record(gate.ledgers)
        narrator = Narrator(SuspectRanker(configuration.causes))
        untold = Counter(label: "andon_history_anomalies_total", factory: factory)
        (historyFindings, historyTeller) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Opens the inlet. All shards of Detect connect to it.
    package func open() throws(MessagingError) {
        let socket = try Socket(.pull, in: context, options: .link(configuration.linkHighWaterMark))
        _ = try socket.bind(configuration.inlet)
        poller.add(socket, .readable)
        inlet = socket
        let out = try Socket(
            .push, in: context, options: .link(configuration.linkHighWaterMark, linger: configuration.linkLinger))
        try out.connect(configuration.outlet)
        outlet = Outlet(socket: out, metrics: metrics, executor: executor)
    }

    /// Explains until every shard has said that it was all, and tells Publish the same.
    package func run() async throws {
        guard let inlet, let outlet else { preconditionFailure("A stage runs after it was opened.") }
        defer {
            inlet.close()
            outlet.socket.close()
            historyTeller.finish()
        }
        while !Task.isCancelled, !queue.isEnded {
            try poller.wait(upTo: .milliseconds(100))
            var left = Self.turn
            while left > 0, !queue.isEnded, let message = try inlet.tryReceive() {
                left -= 1
                guard try await work(on: message, outlet) else { return }
                await executor.yield()
            }
            await executor.yield()
        }
        var end = Announcement()
        end.head.isEnd = true
        end.accounts = gate.ledgers.map(\.account)
        _ = try await outlet.send(end.encoded())
    }

    /// Ranks and budgets by another configuration from the next message on.
    package func apply(_ new: CauseConfiguration, _ policies: PolicyBook) {
        narrator.ranker.configuration = new
        gate.apply(policies)
        budgetMetrics.record(gate.ledgers)
    }

    /// - Returns: false where Publish could not be told any more.
    private func work(on message: Message, _ outlet: Outlet) async throws(MessagingError) -> Bool {
        let start = MonotonicTime.nanoseconds()
        metrics.received.increment()
        guard let findings = Findings(decoding: message), queue.add(findings) else {
            metrics.error("undecodable")
            logger.error("A message of the stage before cannot be read", metadata: ["stage.name": "explain"])
            return true
        }
        for definition in findings.definitions { keys[definition.id] = definition.key }
        metrics.items.increment(by: findings.movements.count)
        guard try await tellFeedback(findings, outlet) else { return false }
        narrator.live = queue.live
        let untoldBefore = narrator.history.anomalies
        var tellings: [Anomaly] = []
        var ready = queue.takeReady()[...]
        while let step = ready.first?.event.step {
            let entries = ready.prefix { $0.event.step == step }
            ready = ready.dropFirst(entries.count)
            let passed = budgeted(entries, step: step)
            guard try await tell(passed.overBudget, outlet) else { return false }
            for (event, arrival) in passed.events {
                narrator.take(event, keys: keys, into: &tellings)
                guard try await tell(tellings, arrival: arrival, outlet) else { return false }
                tellings.removeAll(keepingCapacity: true)
            }
        }
        narrator.reconsider(before: queue.watermark, into: &tellings)
        guard try await tell(tellings, arrival: 0, outlet) else { return false }
        untold.increment(by: narrator.history.anomalies - untoldBefore)
        if queue.isLive, !isLive {
            isLive = true
            historyTeller.yield(narrator.history)
        }
        metrics.processing.recordNanoseconds(Int64(MonotonicTime.nanoseconds() - start))
        return true
    }

    /// What is left of the events of one step once the alarm budgets have been asked. What is of history is not told anyway.
    private func budgeted(
        _ entries: ArraySlice<StepQueue.Entry>, step: Int64
    ) -> (events: [(StepQueue.Event, UInt64)], overBudget: [OverBudget]) {
        var (transitions, overBudget): ([Transition], [OverBudget]) = ([], [])
        for entry in entries {
            switch entry.event {
            case .exposure(let exposure): gate.take(exposure)
            case .transition(let transition) where step >= queue.live: transitions.append(transition)
            default: break
            }
        }
        guard !transitions.isEmpty else { return (entries.map { ($0.event, $0.arrival) }, []) }
        var passed = gate.pass(transitions, keys: keys, into: &overBudget)[...]
        budgetMetrics.record(gate.ledgers)
        let events = entries.compactMap { entry -> (StepQueue.Event, UInt64)? in
            guard case .transition = entry.event else { return (entry.event, entry.arrival) }
            return passed.removeFirst().map { (.transition($0), entry.arrival) }
        }
        return (events, overBudget)
    }

    /// Sends on what budgets could not afford.
    ///
    /// - Returns: false where Publish could not be told any more.
    private func tell(_ overBudget: [OverBudget], _ outlet: Outlet) async throws(MessagingError) -> Bool {
        guard !overBudget.isEmpty else { return true }
        for one in overBudget {
            logger.info(
                "Not told: the alarm budget has no room",
                metadata: [
                    "budget": "\(one.budget)", "series.key": "\(one.anomaly.series)", "anomaly.id": "\(one.anomaly.id)",
                ])
        }
        var announcement = Announcement()
        announcement.overBudget = overBudget
        return try await outlet.send(announcement.encoded())
    }

    /// Sends on what came of feedback, once every shard has said so, and what was held back.
    ///
    /// - Returns: false where Publish could not be told any more.
    private func tellFeedback(_ findings: Findings, _ outlet: Outlet) async throws(MessagingError) -> Bool {
        for answer in findings.feedback {
            guard let record = tally.add(answer) else { continue }
            var announcement = Announcement()
            announcement.feedback = record
            guard try await outlet.send(announcement.encoded()) else { return false }
        }
        var announcement = Announcement()
        // What is found in history is not told, so it is not told of either that it was held back.
        announcement.heldBack = findings.heldBack.filter { $0.anomaly.time.milliseconds >= queue.live }
        guard !announcement.heldBack.isEmpty else { return true }
        return try await outlet.send(announcement.encoded())
    }

    /// Sends what is to be told.
    ///
    /// - Returns: false where Publish could not be told any more.
    private func tell(_ tellings: [Anomaly], arrival: UInt64, _ outlet: Outlet) async throws(MessagingError) -> Bool {
        for anomaly in tellings {
            var announcement = Announcement()
            announcement.head.arrival = arrival
            announcement.service = narrator.ranker.configuration.service(of: anomaly.series)
            announcement.anomaly = anomaly
            guard try await outlet.send(announcement.encoded()) else { return false }
        }
        return true
    }
}
