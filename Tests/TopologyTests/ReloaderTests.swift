import Foundation
import Logging
import MetricsTestKit
import Samples
import Settings
import Synchronization
import Testing

@testable import Topology

@Suite struct ReloaderTests {
    /// A settings file in a folder of its own, and a reloader that remembers what it was told to apply.
    private struct Scene {
        let file: URL
        let metrics = TestMetrics()
        let applied = Applied()
        /// While it holds, nothing can be applied.
        let isStuck = Stuck()
        let reloader: Reloader<ContinuousClock>

        init(_ yaml: String) throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "andon-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            file = folder.appending(path: "andon.yaml")
            try Data(yaml.utf8).write(to: file)
            var settingsFile = SettingsFile(path: file.path)
            guard case .loaded(let settings) = settingsFile.check() else { throw CocoaError(.fileReadCorruptFile) }
            let (applied, isStuck) = (applied, isStuck)
            reloader = Reloader(
                file: settingsFile, running: settings, clock: ContinuousClock(), factory: metrics,
                logger: Logger(label: "test")
            ) { next in
                if isStuck.holds.load(ordering: .relaxed) { throw CancellationError() }
                applied.add(next)
                return []
            }
        }

        func write(_ yaml: String) throws { try Data(yaml.utf8).write(to: file) }

        func success() throws -> Double? {
            try metrics.expectRecorder("andon_reload_success").lastValue
        }
    }

    private final class Stuck: Sendable {
        let holds = Atomic(false)
    }

    private final class Applied: Sendable {
        private let all = Mutex<[AndonSettings]>([])
        func add(_ settings: AndonSettings) { all.withLock { $0.append(settings) } }
        var list: [AndonSettings] { all.withLock { $0 } }
    }

    @Test func appliesWhatChangedAndReportsIt() async throws {
        let scene = try Scene("{policies: {standard: {open_at: 8}}}")
        #expect(await scene.reloader.check() == nil)
        try scene.write("{policies: {standard: {open_at: 6}}}")
        let report = try #require(await scene.reloader.check())
        #expect(report.count == 1 && report[0].contains("open_at"))
        #expect(scene.applied.list.map(\.policies.book.standard.openAt) == [6])
        #expect(try scene.success() == 1)
        #expect(await scene.reloader.check() == nil)
    }

    @Test func leavesTheOldSettingsRunningWhenTheFileIsBad() async throws {
        let scene = try Scene("{policies: {standard: {open_at: 8}}}")
        let before = await scene.reloader.runningVersion
        try scene.write("{policies: {standard: {open_at: minus}}}")
        #expect(await scene.reloader.check() == nil)
        #expect(scene.applied.list.isEmpty)
        #expect(try scene.success() == 0)
        #expect(try scene.metrics.expectCounter("andon_reload_errors_total").totalValue == 1)
        #expect(await scene.reloader.runningVersion == before)
    }

    @Test func triesAgainWhatCouldNotBeApplied() async throws {
        let scene = try Scene("{policies: {standard: {open_at: 8}}}")
        scene.isStuck.holds.store(true, ordering: .relaxed)
        try scene.write("{policies: {standard: {open_at: 6}}}")
        #expect(await scene.reloader.check() == nil)
        #expect(try scene.success() == 0)
        scene.isStuck.holds.store(false, ordering: .relaxed)
        #expect(await scene.reloader.check()?.count == 1)
        #expect(try scene.success() == 1)
    }

    @Test func doesNotApplyWhatTheFileNoLongerSays() async throws {
        let scene = try Scene("{policies: {standard: {open_at: 8}}}")
        scene.isStuck.holds.store(true, ordering: .relaxed)
        try scene.write("{policies: {standard: {open_at: 6}}}")
        await scene.reloader.check()
        try scene.write("{nonsense: 1}")
        await scene.reloader.check()
        scene.isStuck.holds.store(false, ordering: .relaxed)
        #expect(await scene.reloader.check() == nil)
        #expect(scene.applied.list.isEmpty)
        #expect(try scene.success() == 0)
    }

    @Test func isHealthyAgainWhenTheOldContentComesBack() async throws {
        let scene = try Scene("{policies: {standard: {open_at: 8}}}")
        try scene.write("{nonsense: 1}")
        await scene.reloader.check()
        try scene.write("{policies: {standard: {open_at: 8}}}")
        await scene.reloader.check()
        #expect(try scene.success() == 1)
    }

    @Test func keepsWhatNeedsARestart() async throws {
        let scene = try Scene("{stages: {shards: 1}}")
        try scene.write("{stages: {shards: 4}, causes: {suspects: 3}}")
        await scene.reloader.check()
        #expect(scene.applied.list.map(\.stages.shards) == [1])
        #expect(scene.applied.list.map(\.causes.suspects) == [3])
        #expect(try scene.metrics.expectRecorder("andon_reload_needs_restart").lastValue == 1)
        try scene.write("{stages: {shards: 1}, causes: {suspects: 3}}")
        await scene.reloader.check()
        #expect(try scene.metrics.expectRecorder("andon_reload_needs_restart").lastValue == 0)
    }
}
