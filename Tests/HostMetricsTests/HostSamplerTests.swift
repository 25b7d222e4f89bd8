import Glibc
import Samples
import Testing

@testable import HostMetrics

@Suite struct HostSamplerTests {
    @Test func anEmptyTreeGivesAnEmptyBatch() throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        #expect(sampler.sample(at: .at(0)).isEmpty)
        #expect(sampler.sample(at: .at(1000)).isEmpty)
    }

    @Test func timeThatStandsStillGivesGaugesOnly() throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        try tree.write("proc/stat", "cpu 1 1 1 1\nctxt 1\nprocs_running 1\n")
        try tree.writeProcess(1, "init", cpuTicks: 1, pages: 1)
        _ = sampler.sample(at: .at(0))
        try tree.write("proc/stat", "cpu 9 9 9 9\nctxt 9\nprocs_running 1\n")
        try tree.writeProcess(1, "init", cpuTicks: 9, pages: 1)
        let gauges = ["host_processes_running": 1.0, "process_memory_bytes{process=\"init\"}": 4096]
        #expect(sampler.sample(at: .at(0)).byName == gauges)
        #expect(sampler.sample(at: .at(-1000)).byName == gauges)
    }

    @Test func thisMachineGivesSaneValues() throws {
        var sampler = HostSampler(host: "here")
        let clock = ContinuousClock()
        let start = clock.now
        _ = sampler.sample(at: .at(0))
        // Ticks are 10 ms long: some have to pass, and this test's own work shall be among them, however busy the machine.
        var work = 0.0
        let begun = Self.processorMilliseconds
        while Self.processorMilliseconds - begun < 100 { work += work.squareRoot() + 1 }
        #expect(work > 0)
        let elapsed = (clock.now - start).wholeMilliseconds
        let worked = Double(Self.processorMilliseconds - begun) / Double(elapsed)
        let batch = sampler.sample(at: .at(elapsed))
        let found = batch.byName
        #expect(Set(batch.series).count == batch.series.count && batch.series.count == batch.count)
        #expect(batch.series.allSatisfy { $0.labels["host"] == "here" })
        #expect(batch.values.allSatisfy { $0.isFinite && $0 >= 0 })
        #expect((0...1).contains(try #require(found["host_cpu_busy_ratio"])))
        for (name, value) in found where name.contains("_ratio") { #expect((0...1).contains(value), "\(name)") }
        #expect(try #require(found["host_memory_available_bytes"]) > 0)
        let processes = Set(batch.series.compactMap { $0.labels["process"] })
        #expect(!processes.isEmpty && processes.count <= 40)
        #expect(found.contains { $0.key.hasPrefix("process_cpu_cores") && $0.value > worked / 2 })
    }

    /// What this process has worked so far.
    private static var processorMilliseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
