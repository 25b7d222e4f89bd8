import FoundationEssentials
import Testing

@testable import Exposition

@Suite struct ProcessMetricsTests {
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/stat"), "There is no /proc here"))
    func tellsAboutThisProcess() throws {
        let registry = PrometheusRegistry()
        ProcessMetrics.register(in: registry)
        var values: [String: Double] = [:]
        for line in registry.renderText().split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: " ")
            values[String(parts[0])] = Double(parts[1])
        }
        #expect(try #require(values["process_resident_memory_bytes"]) > 1_000_000)
        #expect(try #require(values["process_cpu_seconds_total"]) >= 0)
        #expect(try #require(values["process_open_fds"]) > 2)
        #expect(try #require(values["process_max_fds"]) > 2)
        #expect(try #require(values["process_threads"]) >= 1)
        let age = Date().timeIntervalSince1970 - (try #require(values["process_start_time_seconds"]))
        #expect(age > -2 && age < 86_400)
    }
}
