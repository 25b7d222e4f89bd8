import Foundation
import Logging
import Measurements
import Messaging
import Metrics
import Samples
import ServiceLifecycle
import ServiceLifecycleTestKit
import Settings
import Testing

@testable import Stages
@testable import Topology

@Suite(.timeLimit(.minutes(2))) struct PipelineTests {
    /// Ten minutes of a steady series and then a step, at one sample a second.
    private func history(_ name: String, stepAt step: Int, count: Int) -> SampleBatch {
        var batch = SampleBatch(series: [SeriesKey(name, ["service": "shop"])])
        let start = (Int64(Date().timeIntervalSince1970) - Int64(count)) * 1000
        for row in 0..<count {
            let noise = Double((row * 7919) % 101) / 101 - 0.5
            batch.append(0, EventTime(milliseconds: start + Int64(row) * 1000), 10 + noise + (row >= step ? 40 : 0))
        }
        return batch
    }

    private func settings(link: String = "inproc", shards: Int = 1) throws -> AndonSettings {
        let yaml = """
            {doors: {zeromq: {subscribe: [], pull: ["tcp://127.0.0.1:*"]}},
             exits: {zeromq: {publish: ["tcp://127.0.0.1:*"], samples: []}}, http: {address: "off"},
             stages: {link: "\(link)", shards: \(shards)}}
            """
        return try AndonSettings.parse(yaml: yaml, file: "test.yaml") { _ in .unreadable("no file") }
    }

    /// Runs a pipeline, pushes the messages, and returns the first `count` anomaly messages that come out.
    private func anomalies(
        _ settings: AndonSettings, pushing batches: [SampleBatch], count: Int
    ) async throws -> [Anomaly] {
        let metrics = Ledger()
        let pipeline = try await Pipeline(
            settings, instance: "test", factory: metrics, logger: Logger(label: "test"))
        let client = try BusClient(door: pipeline.doors[0], exit: pipeline.exits[0])
        return try await testGracefulShutdown { trigger in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await pipeline.run() }
                try await metrics.wait("andon_subscriptions_total{change=\"added\"}", atLeast: 1)
                for batch in batches { try await client.push(batch) }
                let found = try await client.receive(count)
                trigger.triggerGracefulShutdown()
                try await group.waitForAll()
                await client.close()
                return found
            }
        }
    }

    @Test(arguments: ["inproc", "ipc", "tcp"])
    func carriesAnAnomalyFromDoorToExit(kind: String) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "andon-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let link =
            switch kind {
            case "ipc": "ipc://\(folder.path)"
            case "tcp": "tcp://127.0.0.1:\(try FreePorts.first(of: 3))"
            default: "inproc"
            }
        let found = try await anomalies(
            settings(link: link), pushing: [history("queue_depth", stepAt: 600, count: 620)], count: 1)
        try FileManager.default.removeItem(at: folder)
        #expect(found.map(\.series.name) == ["queue_depth"])
        #expect(found.map(\.phase) == [.opened])
        #expect(found.first?.value ?? 0 > 45)
    }

    @Test func tellsTheSameHoweverManyShardsThereAre() async throws {
        let names = (0..<8).map { "series_\($0)" }
        let batches = names.map { history($0, stepAt: 500, count: 520) }
        let one = try await anomalies(settings(), pushing: batches, count: names.count)
        let three = try await anomalies(settings(shards: 3), pushing: batches, count: names.count)
        #expect(Set(one.map(\.id)) == Set(three.map(\.id)))
        #expect(Set(one.map(\.id)).count == names.count)
    }

    @Test func saysWhichAddressIsTaken() async throws {
        var taken = try settings()
        let pipeline = try await Pipeline(
            taken, instance: "first", factory: Ledger(), logger: Logger(label: "test"))
        taken.doors.zeromq.pull = [try #require(SocketEndpoint(pipeline.doors[0]))]
        await #expect(throws: MessagingError.addressInUse(try Endpoint(pipeline.doors[0]))) {
            _ = try await Pipeline(taken, instance: "second", factory: Ledger(), logger: Logger(label: "test"))
        }
    }

    /// Ten minutes teach the series under a policy that never alarms; then the policy changes, and the first strange
    /// sample is an anomaly: a series that had forgotten would be warming up.
    @Test func appliesAPolicyWithoutLosingWhatWasLearned() async throws {
        var settings = try settings()
        let loud = settings
        settings.policies.book.standard.minimumDeviation = 1000
        let metrics = Ledger()
        let pipeline = try await Pipeline(
            settings, instance: "test", factory: metrics, logger: Logger(label: "test"))
        let client = try BusClient(door: pipeline.doors[0], exit: pipeline.exits[0])
        let all = history("queue_depth", stepAt: 600, count: 620)
        try await testGracefulShutdown { trigger in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await pipeline.run() }
                try await metrics.wait("andon_subscriptions_total{change=\"added\"}", atLeast: 1)
                try await client.push(all.rows(0..<600))
                try await metrics.wait("andon_stage_items_total{stage=\"detect\"}", atLeast: 600)
                #expect(try await pipeline.apply(loud) == [])
                try await client.push(all.rows(600..<601))
                let found = try await client.receive(1)
                #expect(found.first?.phase == .opened && found.first?.time.milliseconds == all.times[600])
                trigger.triggerGracefulShutdown()
                try await group.waitForAll()
            }
        }
        await client.close()
    }

    @Test func endsWithTheErrorOfAStageThatFails() async throws {
        let pipeline = try await Pipeline(
            settings(), instance: "test", factory: Ledger(), logger: Logger(label: "test"))
        await #expect(throws: MessagingError.self) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await pipeline.run() }
                pipeline.context.shutdown()
                try await group.waitForAll()
            }
        }
    }

    /// The others are cancelled; were they not, the pipeline would wait for them for ever.
    @Test func endsWhenOneStageFails() async throws {
        let pipeline = try await Pipeline(
            settings(), instance: "test", factory: Ledger(), logger: Logger(label: "test"))
        await #expect(throws: MessagingError.terminated(operation: "wait")) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await pipeline.run() }
                await pipeline.explain.fail()
                try await group.waitForAll()
            }
        }
    }

    @Test func saysWhatItIsDoing() async throws {
        let metrics = Ledger()
        let pipeline = try await Pipeline(
            settings(), instance: "test", factory: metrics, logger: Logger(label: "test"))
        let client = try BusClient(door: pipeline.doors[0], exit: pipeline.exits[0])
        #expect(pipeline.condition == .starting)
        try await testGracefulShutdown { trigger in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await pipeline.run() }
                try await client.push(history("load", stepAt: 2, count: 1))
                try await metrics.wait("andon_stage_received_total{stage=\"ingest\"}", atLeast: 1)
                #expect(pipeline.condition == .running)
                trigger.triggerGracefulShutdown()
                try await group.waitForAll()
            }
        }
        await client.close()
        #expect(pipeline.condition == .stopping)
    }

    @Test func namesWhereOthersOfThisMachineCanConnect() async throws {
        var settings = try settings()
        let open = try #require(SocketEndpoint("tcp://127.0.0.1:*"))
        let inner = try #require(SocketEndpoint("inproc://inner"))
        let far = try #require(SocketEndpoint("tcp://127.0.0.1:9", side: .connect))
        settings.doors.zeromq.subscribe = [open]
        settings.doors.zeromq.pull = [far, inner, open]
        settings.exits.zeromq.publish = [far, try #require(SocketEndpoint("inproc://outer")), open]
        let pipeline = try await Pipeline(
            settings, instance: "test", factory: Ledger(), logger: Logger(label: "test"))
        #expect(pipeline.pullDoors == [pipeline.doors[3]])
        #expect(pipeline.openExits == [pipeline.exits[2]])
    }

    /// Publish is held up until the pipeline has said that it gives up.
    @Test func givesUpWhatDoesNotComeThroughInTimeAndSaysSo() async throws {
        var settings = try settings()
        settings.stages.drain = .milliseconds(1)
        let gate = DispatchSemaphore(value: 0)
        let said = SaidLines { if $0.contains("did not drain") { gate.signal() } }
        let pipeline = try await Pipeline(
            settings, instance: "test", factory: Ledger(), logger: Logger(label: "test") { _ in said })
        try await testGracefulShutdown { trigger in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await pipeline.publish.hold(until: gate) { trigger.triggerGracefulShutdown() } }
                group.addTask { try await pipeline.run() }
                try await group.waitForAll()
            }
        }
        #expect(said.lines.contains { $0.contains("did not drain") })
    }
}

extension Explain {
    /// Takes the inlet away from the stage.
    fileprivate func fail() {
        inlet?.close()
    }
}

extension Publish {
    /// Blocks the stage's thread.
    fileprivate func hold(until gate: DispatchSemaphore, whileHeld: @Sendable () -> Void) {
        whileHeld()
        gate.wait()
    }
}

extension SampleBatch {
    fileprivate func rows(_ range: Range<Int>) -> SampleBatch {
        var part = SampleBatch(series: series)
        for row in range { part.append(seriesIndex[row], EventTime(milliseconds: times[row]), values[row]) }
        return part
    }
}
