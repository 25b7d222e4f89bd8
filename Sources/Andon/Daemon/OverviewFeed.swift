import Exposition
import Foundation
import Logging
import Samples
import ServiceLifecycle
import Settings
import Stages
import Topology

/// What the page, `/health` and `/ready` show of the running daemon.
actor OverviewFeed: Service {
    private let pipeline: Pipeline
    private let reloader: Reloader<ContinuousClock>
    private let registry: PrometheusRegistry
    private let instance: String
    private let seriesLimit: Int
    private let historyShare: @Sendable () -> Double?
    private let started = Date()
    private var rates: [Double] = []
    private var lastSamples = 0.0
    private var lastBlocked = 0.0
    /// Seconds for each second of the last step in which stages waited for the next one.
    private var blockedShare = 0.0

    /// Seconds between two points of the rate that the page draws, and how many there are: two minutes.
    private static let rateStep = 2.0
    private static let ratePoints = 60

    /// - Parameter historyShare: what has been learned of the history, in 0 ... 1; `nil` where nobody knows.
    init(
        pipeline: Pipeline, reloader: Reloader<ContinuousClock>, registry: PrometheusRegistry, instance: String,
        seriesLimit: Int, historyShare: @escaping @Sendable () -> Double?
    ) {
        self.pipeline = pipeline
        self.reloader = reloader
        self.registry = registry
        self.instance = instance
        self.seriesLimit = seriesLimit
        self.historyShare = historyShare
    }

    /// Measures the rate of samples until the graceful shutdown.
    func run() async throws {
        await cancelWhenGracefulShutdown { await self.measure() }
    }

    /// What the HTTP door asks.
    nonisolated var pages: Pages {
        Pages(
            health: { await self.health() },
            ready: { self.pipeline.condition.readiness(historyShare: self.historyShare()) },
            overview: { await self.overview() })
    }

    private func measure() async {
        while !Task.isCancelled {
            do { try await Task.sleep(for: .seconds(Self.rateStep)) } catch { return }
            let samples = value("andon_stage_items_total", "ingest")
            rates.append(max(0, samples - lastSamples) / Self.rateStep)
            if rates.count > Self.ratePoints { rates.removeFirst() }
            lastSamples = samples
            let blocked = registry.sum("andon_stage_blocked_seconds_total", [])
            blockedShare = (blocked - lastBlocked) / Self.rateStep
            lastBlocked = blocked
        }
    }

    private func health() async -> HealthReport {
        let isGood = registry.value("andon_reload_success", []) ?? 1
        let behind = value("andon_stage_dropped_total", "publish", ("reason", "slow_subscriber"))
        let room = SeriesRoom(known: Int(registry.value("andon_series", []) ?? 0), limit: seriesLimit)
        return HealthReport(checks: [
            .init(
                name: "pipeline", status: pipeline.condition.status,
                detail: pipeline.condition.sentence(historyShare: historyShare())),
            .init(
                name: "pressure", status: blockedShare < 0.5 ? .healthy : .degraded,
                detail: blockedShare < 0.5
                    ? "no stage waits long for the next"
                    : "stages wait for the next one most of the time: more comes in than goes through"),
            .init(name: "series", status: room.isShort ? .degraded : .healthy, detail: room.sentence),
            .init(
                name: "settings", status: isGood == 1 ? .healthy : .degraded,
                detail: settingsDetail(isGood: isGood == 1)),
            .init(
                name: "subscribers", status: .healthy,
                detail: behind == 0
                    ? "none fell behind" : "subscribers fell behind and lost messages, \(Int(behind)) times"),
        ])
    }

    private func settingsDetail(isGood: Bool) -> String {
        guard isGood else { return "the settings on disk were refused; the older ones run" }
        let waits = registry.value("andon_reload_needs_restart", []) == 1
        return waits ? "the settings on disk run, but for some that need a restart" : "the settings on disk run"
    }

    private func overview() async -> Overview {
        let snapshot = await pipeline.snapshot()
        let version = await reloader.runningVersion
        return Overview(
            title: "Andon · \(instance)", version: AndonVersion.text, configVersion: version,
            status: await health().status, started: started, time: Date(), facts: facts(snapshot),
            stages: ["ingest", "detect", "explain", "publish"].map(stage),
            anomalies: snapshot.anomalies.prefix(50).map(Overview.Anomaly.init),
            feedback: snapshot.feedback.map(Overview.Feedback.init),
            rates: Overview.Rates(values: rates, stepSeconds: Self.rateStep))
    }

    private func facts(_ snapshot: PipelineSnapshot) -> [Overview.Fact] {
        let perSeries = snapshot.seriesKnown > 0 ? snapshot.stateBytes / snapshot.seriesKnown : 0
        return [
            .init(name: "Series", value: "\(snapshot.seriesKnown)"),
            .init(name: "Open anomalies", value: "\(snapshot.anomaliesOpen)"),
            .init(name: "State per series", value: "\(perSeries) bytes"),
            .init(name: "Publish to", value: pipeline.doors.joined(separator: ", ")),
            .init(name: "Subscribe at", value: pipeline.exits.joined(separator: ", ")),
        ]
    }

    private func stage(_ name: String) -> Overview.Stage {
        let before = ["detect": "ingest", "explain": "detect", "publish": "explain"][name]
        let received = value("andon_stage_received_total", name)
        let waiting = before.map { max(0, value("andon_stage_sent_total", $0) - received) } ?? 0
        let processing = registry.quantiles(
            "andon_stage_processing_seconds", [("stage", name)], [0.5, 0.99])
        return Overview.Stage(
            name: name, received: UInt64(received), sent: UInt64(value("andon_stage_sent_total", name)),
            dropped: UInt64(registry.sum("andon_stage_dropped_total", [("stage", name)])),
            errors: UInt64(registry.sum("andon_stage_errors_total", [("stage", name)])),
            queueDepth: UInt64(waiting), processingP50Seconds: processing.first ?? nil,
            processingP99Seconds: processing.last ?? nil)
    }

    private func value(_ name: String, _ stage: String, _ more: (String, String)...) -> Double {
        registry.value(name, [("stage", stage)] + more) ?? 0
    }
}

extension Overview.Anomaly {
    init(_ anomaly: Samples.Anomaly) {
        self.init(
            id: anomaly.id, series: anomaly.series.description, severity: anomaly.severity.rawValue,
            phase: anomaly.phase.rawValue, onset: Date(anomaly.onset), time: Date(anomaly.time), value: anomaly.value,
            expected: anomaly.expected, score: anomaly.peakScore,
            suspects: anomaly.suspects.map { suspect in
                Overview.Suspect(
                    name: suspect.service ?? suspect.series?.description ?? suspect.change ?? "",
                    score: suspect.score, why: suspect.evidence.map(\.text).joined(separator: "; "))
            })
    }
}

extension Overview.Feedback {
    init(_ entry: FeedbackBoard.Entry) {
        let rule = entry.rule
        self.init(
            id: rule.id, verdict: rule.verdict.rawValue, series: rule.scope.description, covers: rule.deviations,
            hours: rule.hours?.description, author: rule.author, note: rule.note, anomaly: rule.anomaly,
            created: Date(rule.created), expiry: Date(rule.expiry), heldBack: entry.heldBack,
            last: entry.last.map { Date($0) })
    }
}

extension Date {
    init(_ time: EventTime) {
        self.init(timeIntervalSince1970: Double(time.milliseconds) / 1000)
    }
}

extension AndonSettings.Log.Level {
    /// The same for swift-log.
    var logLevel: Logger.Level {
        Logger.Level(rawValue: rawValue) ?? .info
    }
}
