import Samples
import Testing

@testable import HostMetrics

@Suite struct ProcessProbeTests {
    private func key(_ metric: String, _ process: String) -> String {
        "process_\(metric){process=\"\(process)\"}"
    }

    @Test func processesOfOneNameCountTogether() throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        try tree.write("proc/uptime", "100.00 50.00\n")
        try tree.writeProcess(10, "web", cpuTicks: 1000, started: 50, pages: 2)
        try tree.writeProcess(11, "web", cpuTicks: 500, started: 60, pages: 3)
        try tree.writeInputOutput(10, read: 1000, written: 0)
        try tree.writeInputOutput(11, read: 0, written: 7)
        #expect(sampler.sample(at: .at(0)).byName == [key("memory_bytes", "web"): 20_480])
        try tree.writeProcess(10, "web", cpuTicks: 1100, started: 50, pages: 2)
        try tree.writeProcess(11, "web", cpuTicks: 550, started: 60, pages: 4)
        try tree.writeInputOutput(10, read: 9192, written: 0)
        try tree.writeInputOutput(11, read: 0, written: 4103)
        #expect(
            sampler.sample(at: .at(2000)).byName == [
                key("cpu_cores", "web"): 0.75, key("memory_bytes", "web"): 24_576,
                key("read_bytes_per_second", "web"): 4096, key("write_bytes_per_second", "web"): 2048,
            ])
    }

    @Test func aProcessThatBeganSinceCountsWhole() throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        try tree.write("proc/uptime", "100.00 50.00\n")
        _ = sampler.sample(at: .at(0))
        try tree.write("proc/uptime", "101.00 50.00\n")
        try tree.writeProcess(20, "burner", cpuTicks: 50, started: 10_050)
        try tree.writeInputOutput(20, read: 0, written: 512)
        // One that is older than the tick before, and was not seen then, must not dump its whole past into one tick.
        try tree.writeProcess(21, "hidden", cpuTicks: 99_999, started: 9_999, pages: 1)
        #expect(
            sampler.sample(at: .at(1000)).byName == [
                key("cpu_cores", "burner"): 0.5, key("memory_bytes", "burner"): 0,
                key("read_bytes_per_second", "burner"): 0, key("write_bytes_per_second", "burner"): 512,
                key("memory_bytes", "hidden"): 4096,
            ])
    }

    @Test func aReusedNumberIsAnotherProcess() throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        try tree.write("proc/uptime", "100.00 50.00\n")
        try tree.writeProcess(30, "old", cpuTicks: 10, started: 50, pages: 1)
        _ = sampler.sample(at: .at(0))
        try tree.writeProcess(30, "new", cpuTicks: 30, started: 10_001, pages: 1)
        let found = sampler.sample(at: .at(1000)).byName
        #expect(found[key("cpu_cores", "new")] == 0.3)
        #expect(found[key("cpu_cores", "old")] == 0)
    }

    @Test func withoutUptimeNoProcessCountsAsNew() throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        _ = sampler.sample(at: .at(0))
        try tree.writeProcess(20, "burner", cpuTicks: 50, started: 10_050, pages: 1)
        #expect(sampler.sample(at: .at(1000)).values("process_cpu") == [:])
        try tree.writeProcess(20, "burner", cpuTicks: 150, started: 10_050, pages: 1)
        #expect(sampler.sample(at: .at(2000)).values("process_cpu") == [key("cpu_cores", "burner"): 1])
    }

    @Test func aProcessThatIsGoneGoesOnAsZeroAndThenEnds() throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        try tree.write("proc/uptime", "100.00 50.00\n")
        _ = sampler.sample(at: .at(0))
        try tree.writeProcess(20, "burner", cpuTicks: 100, started: 10_000, pages: 1)
        try tree.writeInputOutput(20, read: 0, written: 0)
        #expect(sampler.sample(at: .at(1000)).byName[key("cpu_cores", "burner")] == 1)
        try tree.remove("proc/20")
        let zero = [
            key("cpu_cores", "burner"): 0.0, key("memory_bytes", "burner"): 0,
            key("read_bytes_per_second", "burner"): 0, key("write_bytes_per_second", "burner"): 0,
        ]
        #expect(sampler.sample(at: .at(2000)).byName == zero)
        #expect(sampler.sample(at: .at(121_000)).byName == zero)
        #expect(sampler.sample(at: .at(121_001)).isEmpty)
    }

    @Test func aCounterThatGoesBackwardsGivesNoSample() throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        try tree.writeProcess(10, "web", cpuTicks: 1000, started: 50, pages: 1)
        try tree.writeInputOutput(10, read: 10, written: 10)
        _ = sampler.sample(at: .at(0))
        try tree.writeProcess(10, "web", cpuTicks: 999, started: 50, pages: 1)
        try tree.writeInputOutput(10, read: 9, written: 11)
        #expect(
            sampler.sample(at: .at(1000)).byName == [
                key("memory_bytes", "web"): 4096, key("write_bytes_per_second", "web"): 1,
            ])
    }

    @Test func malformedAndVanishingProcessesAreLeftOut() throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        try tree.write("proc/1/stat", "")
        try tree.write("proc/2/stat", "2 (cut")
        try tree.write("proc/3/io", "read_bytes: 5\n")
        try tree.writeProcess(4, "whole", pages: 1)
        try tree.write("proc/4/io", "read_bytes: x\n\nwrite_bytes:")
        for step in 0..<3 {
            #expect(sampler.sample(at: .at(Int64(step) * 1000)).byName[key("memory_bytes", "whole")] == 4096)
        }
    }

    @Test func theNumberOfSeriesIsBounded() throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        try tree.write("proc/uptime", "100.00 50.00\n")
        _ = sampler.sample(at: .at(0))
        for step in 1...20 {
            for slot in 0..<30 {
                let id = 100 + slot
                try tree.writeProcess(id, "p\(step)-\(slot)", cpuTicks: 100, started: 10_000 + step * 100, pages: slot)
            }
            try tree.write("proc/uptime", "\(100 + step).00 50.00\n")
            let found = sampler.sample(at: .at(Int64(step) * 1000))
            #expect(Set(found.series.map { $0.labels["process"] }).count <= 40)
            #expect(found.series.count <= 160)
            #expect(found.byName[key("memory_bytes", "p\(step)-29")] != nil)
        }
    }
}
