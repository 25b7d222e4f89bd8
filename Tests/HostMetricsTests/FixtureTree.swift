import Foundation
import Samples

@testable import HostMetrics

/// A root with `proc` and `sys` of the test's own making, removed at the end of the test.
final class FixtureTree {
    private let directory: URL

    init() throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "andon-host-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(at: directory) } catch { print("Fixture left behind: \(error)") }
    }

    var root: String { directory.path }

    func write(_ path: String, _ text: String) throws {
        let file = directory.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: directory.appending(path: path))
    }

    /// A process as the kernel shows it: processor time half in user and half in system mode.
    func writeProcess(
        _ id: Int, _ command: String, cpuTicks: Int = 0, started: Int = 0, pages: Int = 0, flags: Int = 0
    ) throws {
        let times = "\(cpuTicks - cpuTicks / 2) \(cpuTicks / 2)"
        try write(
            "proc/\(id)/stat",
            "\(id) (\(command)) S 1 \(id) \(id) 0 -1 \(flags) 7 0 3 0 \(times) 0 0 20 0 1 0 \(started) 9999 \(pages) 18446\n"
        )
    }

    func writeInputOutput(_ id: Int, read: Int, written: Int) throws {
        try write(
            "proc/\(id)/io",
            "rchar: 1\nwchar: 2\nsyscr: 3\nsyscw: 4\nread_bytes: \(read)\nwrite_bytes: \(written)\n"
                + "cancelled_write_bytes: 0\n")
    }

    /// Of a machine called `box` with 100 ticks a second and pages of 4 KiB.
    func sampler(limits: ProcessLimits = ProcessLimits()) -> HostSampler {
        HostSampler(
            root: root, host: "box", limits: limits, units: KernelUnits(ticksPerSecond: 100, pageBytes: 4096))
    }
}

extension SampleBatch {
    /// The values by series, written as text without the label `host`.
    var byName: [String: Double] {
        var found: [String: Double] = [:]
        for (index, value) in zip(seriesIndex, values) {
            let key = series[Int(index)]
            var labels = key.labels.dictionary
            labels["host"] = nil
            found[SeriesKey(key.name, Labels(labels)).description] = value
        }
        return found
    }

    /// Like ``byName``, of the metrics whose name begins so.
    func values(_ prefix: String) -> [String: Double] {
        byName.filter { $0.key.hasPrefix(prefix) }
    }
}

extension EventTime {
    /// So many milliseconds after the start of the test's own time.
    static func at(_ milliseconds: Int64) -> EventTime {
        EventTime(milliseconds: 1_800_000_000_000 + milliseconds)
    }
}
