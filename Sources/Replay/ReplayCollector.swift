import Detection
import Evaluation
import Messaging
import Reports
import Samples
import ServiceLifecycle
import Stages

/// Takes what comes out of the stages: the anomalies, and where somebody asked for it what was said of every sample.
actor ReplayCollector: Service {
    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let context: MessagingContext
    private let rows: RowQueue?
    private let shards: Int
    private let anomaliesPath: String?
    private var poller: Poller
    private var anomalyInlet: Socket?
    private var scoreInlet: Socket?
    private var matcher: RowMatcher
    private(set) var ledger = AnomalyLedger()
    /// What came of feedback.
    private(set) var feedback: [FeedbackRecord] = []
    /// What it held back.
    private(set) var heldBack: [HeldBack] = []
    /// What no alarm budget could afford.
    private(set) var overBudget: [OverBudget] = []
    /// How the budgets were kept.
    private(set) var budgets: [BudgetAccount] = []
    private var sinks: RowSinks
    private var anomalyFile: AnomalyFile?
    private var shardsEnded = 0

    /// - Parameter rows: the rows that are sent; `nil` where nobody asks for them.
    init(_ options: ReplayOptions, in context: MessagingContext, rows: RowQueue?) throws(MessagingError) {
        executor = try ThreadExecutor(name: "collector")
        self.context = context
        self.rows = rows
        shards = options.shards
        matcher = RowMatcher(shards: options.shards)
        anomaliesPath = options.anomaliesPath
        sinks = RowSinks(options)
        poller = Poller(for: executor)
    }

    /// By file: the scores of its rows, where they were asked for.
    var rowScores: [RowScores] { sinks.rows }

    /// The charts that were asked for.
    var charts: ChartBook? { sinks.charts }

    /// Opens the inlets, to which Explain and the shards of Detect connect.
    func open() throws(MessagingError) {
        let anomalies = try Socket(.pull, in: context, options: .link(4))
        _ = try anomalies.bind(ReplayEndpoints.anomalies())
        poller.add(anomalies)
        anomalyInlet = anomalies
        guard rows != nil else { return }
        let scores = try Socket(.pull, in: context, options: .link(4))
        _ = try scores.bind(ReplayEndpoints.scores())
        poller.add(scores)
        scoreInlet = scores
    }

    /// Collects until Explain and every shard have said that it was all.
    func run() async throws {
        guard let anomalyInlet else { preconditionFailure("A collector runs after it was opened.") }
        defer {
            anomalyInlet.close()
            scoreInlet?.close()
        }
        anomalyFile = try anomaliesPath.map(AnomalyFile.init)
        var isExplained = false
        while !Task.isCancelled, !isExplained || (rows != nil && shardsEnded < shards) {
            try poller.wait(upTo: .milliseconds(100))
            while let message = try anomalyInlet.tryReceive() {
                guard let announcement = Announcement(decoding: message) else {
                    preconditionFailure("A stage of this process sends what nobody can read.")
                }
                if let anomaly = announcement.anomaly {
                    ledger.take(anomaly)
                    matcher.add(anomaly, isTold: true)
                    try anomalyFile?.append(anomaly, service: announcement.service)
                }
                if let record = announcement.feedback { feedback.append(record) }
                heldBack += announcement.heldBack
                overBudget += announcement.overBudget
                for one in announcement.overBudget { matcher.add(one.anomaly, isTold: false) }
                if announcement.head.isEnd {
                    isExplained = true
                    budgets = announcement.accounts
                    matcher.endDecisions()
                }
            }
            while let message = try scoreInlet?.tryReceive() { try take(message) }
            // What waited for the fate of an anomaly may be ready now.
            if rows != nil { try match() }
            await executor.yield()
        }
        if rows != nil, !Task.isCancelled { try match() }
        try sinks.finish()
        try anomalyFile?.flush()
    }

    private func take(_ message: Message) throws {
        guard let scored = ScoredMessage(decoding: message) else {
            preconditionFailure("A stage of this process sends what nobody can read.")
        }
        matcher.add(scored)
        if scored.head.isEnd { shardsEnded += 1 }
        try match()
    }

    private func match() throws {
        matcher.add(rows?.takeAll() ?? [])
        try matcher.takeReady { batch, judged in try sinks.take(batch, judged) }
    }
}
