import Foundation
import Metrics
import Testing

@testable import Exposition

/// Prometheus' own judgement of a page with every kind of metric on it.
@Suite struct PromtoolTests {
    private static let promtool = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/promtool" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    @Test(.enabled(if: promtool != nil, "promtool is not on PATH; it comes with the package prometheus"))
    func findsNothingToComplainAbout() throws {
        let registry = PrometheusRegistry(seriesLimit: 3)
        let factory = PrometheusMetricsFactory(registry: registry)
        ProcessMetrics.register(in: registry)
        _ = DoorMetrics(registry: registry)
        for reason in ["late", "a \"quoted\" \\ one", "line\nbreak", "überlang", "five"] {
            Counter(label: "andon_samples_dropped_total", dimensions: [("reason", reason)], factory: factory)
                .increment()
        }
        FloatingPointCounter(label: "andon_work_seconds_total", factory: factory).increment(by: 0.5)
        Meter(label: "andon_series_known", factory: factory).set(Double.infinity)
        Gauge(label: "andon_temperature_celsius", factory: factory).record(-2.5e-9)
        Recorder(label: "andon_batch_bytes", dimensions: [("le", "x")], aggregate: true, factory: factory).record(17)
        Timer(label: "andon_processing_seconds", dimensions: [("stage", "detect")], factory: factory).recordSeconds(3)
        let outcome = try check(registry.render())
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty)
    }

    @Test(.enabled(if: promtool != nil, "promtool is not on PATH; it comes with the package prometheus"))
    func complainsAboutATornPage() throws {
        #expect(try check(Array("andon_x{a=\"b\" 1\n".utf8)).status != 0)
    }

    private func check(_ page: [UInt8]) throws -> (status: Int32, output: String) {
        let file = FileManager.default.temporaryDirectory.appending(path: "andon-\(UUID().uuidString).prom")
        try Data(page).write(to: file)
        defer { unlink(file.path) }
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.promtool))
        process.arguments = ["check", "metrics"]
        process.standardInput = try FileHandle(forReadingFrom: file)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
