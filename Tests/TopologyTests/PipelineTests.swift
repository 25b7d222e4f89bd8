import Foundation
import Logging
import Messaging
import Metrics
import MetricsTestKit
import Samples
import ServiceLifecycle
import ServiceLifecycleTestKit
import Settings
import Testing

@testable import Topology

@Suite struct PipelineTests {
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
             exits: {zeromq: {publish: ["tcp://127.0.0.1:*"]}}, http: {address: "off"},
             stages: {link: "\(link)", shards: \(shards)}}
            """
        return try AndonSettings.parse(yaml: yaml, file: "test.yaml") { _ in .unreadable("no file") }
    }

    /// Runs a pipeline, pushes the messages, and returns the first `count` anomaly messages that come out.
    private func anomalies(
        _ settings: AndonSettings, pushing batches: [SampleBatch], count: Int
    ) async throws -> [Anomaly] {
        let pipeline = try await Pipeline(
            settings, instance: "test", factory: TestMetrics(), logger: Logger(label: "test"))
        let client = try BusClient(door: pipeline.doors[0], exit: pipeline.exits[0])
        let knock = history("knock", stepAt: 900, count: 1)
        return try await testGracefulShutdown { trigger in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await pipeline.run() }
                try await client.awaitSubscription(knocking: knock)
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
        defer { try? FileManager.default.removeItem(at: folder) }
        let link =
            switch kind {
            case "ipc": "ipc://\(folder.path)"
            case "tcp": "tcp://127.0.0.1:\(Int.random(in: 20_000...45_000))"
            default: "inproc"
            }
        let found = try await anomalies(
            settings(link: link), pushing: [history("queue_depth", stepAt: 600, count: 620)], count: 1)
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
            taken, instance: "first", factory: TestMetrics(), logger: Logger(label: "test"))
        taken.doors.zeromq.pull = [try #require(SocketEndpoint(pipeline.doors[0]))]
        await #expect(throws: MessagingError.addressInUse(try Endpoint(pipeline.doors[0]))) {
            _ = try await Pipeline(taken, instance: "second", factory: TestMetrics(), logger: Logger(label: "test"))
        }
    }

    @Test func appliesAPolicyWithoutLosingWhatWasLearned() async throws {
        let quiet = try AndonSettings.parse(
            yaml: "{policies: {standard: {minimum_deviation: 1000}}}", file: "test.yaml"
        ) { _ in .unreadable("") }
        let pipeline = try await Pipeline(
            settings(), instance: "test", factory: TestMetrics(), logger: Logger(label: "test"))
        #expect(try await pipeline.apply(quiet) == [])
        var reshaped = quiet
        reshaped.models.ewma.parameters.alpha = 0.2
        #expect(try await pipeline.apply(reshaped) == ["ewma"])
    }
}
