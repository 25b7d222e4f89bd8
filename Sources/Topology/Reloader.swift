package import Logging
package import Metrics
import Samples
import ServiceLifecycle
package import Settings
import Stages
import UnixSignals

/// Watches the settings file and lets the running system follow it: parse, validate, compare, apply, report.
///
/// The content is compared at every poll, so that a swapped symbolic link counts, and at once on SIGHUP. A bad file
/// changes nothing: the old settings run on, and a log line and a metric say so.
package actor Reloader<Wait: Clock<Duration>>: Service {
    /// Lets the running system go on with settings; returns the baselines that start again.
    package typealias Apply = @Sendable (AndonSettings) async throws -> [String]

    private var file: SettingsFile
    private(set) var running: AndonSettings
    /// Good settings that could not be applied; the next look tries again.
    private var pending: AndonSettings?
    private var isFollowing = false
    private let clock: Wait
    private let apply: Apply
    private let logger: Logger
    private let metrics: ReloadMetrics

    /// - Parameters:
    ///   - file: whose content is what `running` came from.
    ///   - running: the settings that run.
    ///   - clock: for the time between two polls.
    package init(
        file: SettingsFile, running: AndonSettings, clock: Wait, factory: any MetricsFactory, logger: Logger,
        apply: @escaping Apply
    ) {
        self.file = file
        self.running = running
        self.clock = clock
        self.apply = apply
        self.logger = logger
        metrics = ReloadMetrics(factory: factory)
        metrics.success.record(1)
    }

    /// The version of the settings that run.
    package var runningVersion: String { running.version }

    /// Polls until the graceful shutdown.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await self.poll() }
                group.addTask { await self.listen() }
                await group.waitForAll()
            }
        }
    }

    /// Looks at the file once, and follows it if it changed.
    ///
    /// - Returns: what changed, one line each; `nil` where nothing did or the file is bad.
    @discardableResult
    package func check() async -> [String]? {
        // A poll and SIGHUP may come together; the one that is first does the work.
        guard !isFollowing else { return nil }
        switch file.check() {
        case .unchanged:
            if let pending { return await follow(pending) }
            if file.problems.isEmpty { metrics.success.record(1) }
            return nil
        case .failed(let problems):
            // What could not be applied is no longer what the file says.
            pending = nil
            metrics.success.record(0)
            metrics.errors.increment()
            for problem in problems {
                logger.error("Settings refused; the old ones run on", metadata: ["problem": "\(problem)"])
            }
            return nil
        case .loaded(let loaded):
            return await follow(loaded)
        }
    }

    private func follow(_ loaded: AndonSettings) async -> [String]? {
        isFollowing = true
        defer { isFollowing = false }
        let diff = SettingsDiff(from: running, to: loaded)
        let next = AndonSettings.merged(running: running, loaded: loaded)
        pending = loaded
        do {
            let restarted = try await apply(next)
            running = next
            pending = nil
            metrics.success.record(1)
            metrics.needsRestart.record(diff.needsRestart ? 1 : 0)
            metrics.timestamp.record(WallClock.system.now().milliseconds / 1000)
            logger.notice(
                "Settings reloaded",
                metadata: [
                    "config.version": "\(next.version)", "changes": "\(diff.report)",
                    "baselines.restarted": "\(restarted)", "needs.restart": "\(diff.needsRestart)",
                ])
            return diff.report
        } catch {
            metrics.success.record(0)
            metrics.errors.increment()
            logger.error("Settings could not be applied; the old ones run on", metadata: ["error": "\(error)"])
            return nil
        }
    }

    private func poll() async {
        while !Task.isCancelled {
            do { try await clock.sleep(for: running.reload.poll) } catch { return }
            await check()
        }
    }

    private func listen() async {
        for await _ in await UnixSignalsSequence(trapping: .sighup) {
            logger.notice("SIGHUP: looking at the settings now")
            if await check() == nil, file.problems.isEmpty { logger.notice("Settings are unchanged") }
        }
    }
}
