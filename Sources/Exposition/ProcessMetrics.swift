import FoundationEssentials

/// The metrics that every program with a Prometheus client has about itself, under their usual names.
package enum ProcessMetrics {
    /// Adds them to the registry; they are read from `/proc/self` whenever a page is written.
    ///
    /// Where there is no `/proc` they stay at zero.
    package static func register(in registry: PrometheusRegistry) {
        registry.describe("process_resident_memory_bytes", help: "Memory of this process that is in RAM.")
        registry.describe("process_cpu_seconds_total", help: "Processor time used by this process.")
        registry.describe("process_open_fds", help: "Open file descriptors.")
        registry.describe("process_max_fds", help: "Largest number of open file descriptors allowed.")
        registry.describe("process_start_time_seconds", help: "When this process started, in seconds since 1970.")
        registry.describe("process_threads", help: "Threads of this process.")
        let resident = registry.instrument(.gauge, "process_resident_memory_bytes", [])?.gauge
        let cpu = registry.instrument(.counter, "process_cpu_seconds_total", [])?.counter
        let openFiles = registry.instrument(.gauge, "process_open_fds", [])?.gauge
        let maximumFiles = registry.instrument(.gauge, "process_max_fds", [])?.gauge
        let start = registry.instrument(.gauge, "process_start_time_seconds", [])?.gauge
        let threads = registry.instrument(.gauge, "process_threads", [])?.gauge
        registry.onCollect {
            guard let reading = read() else { return }
            resident?.set(reading.process.residentBytes)
            cpu?.advance(to: reading.process.cpuSeconds)
            openFiles?.set(Double(reading.openFiles))
            maximumFiles?.set(reading.process.maximumFiles ?? .infinity)
            start?.set(reading.process.startSeconds)
            threads?.set(reading.process.threads)
        }
    }

    /// What the kernel tells about this process now, or `nil` where it does not.
    private static func read() -> (process: ProcessReading, openFiles: Int)? {
        do {
            let process = ProcessReading(
                stat: try String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
                status: try String(contentsOfFile: "/proc/self/status", encoding: .utf8),
                limits: try String(contentsOfFile: "/proc/self/limits", encoding: .utf8),
                system: try String(contentsOfFile: "/proc/stat", encoding: .utf8))
            let openFiles = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
            return process.map { ($0, openFiles) }
        } catch {
            // A system without these files is not a fault of anyone's: the metrics stay as they are.
            return nil
        }
    }
}
