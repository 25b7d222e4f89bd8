import Samples
import Testing

@testable import HostMetrics

@Suite struct ProcessorProbeTests {
    private func ticks(_ first: String, _ second: String) throws -> (first: [String: Double], second: [String: Double])
    {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        try tree.write("proc/stat", first)
        let before = sampler.sample(at: .at(0)).byName
        try tree.write("proc/stat", second)
        return (before, sampler.sample(at: .at(2000)).byName)
    }

    @Test func sharesAreOfAllTimeOfTheMachine() throws {
        let result = try ticks(
            "cpu  100 10 50 1000 20 5 5 10 0 0\ncpu0 60 5 25 500 10 3 2 5 0 0\ncpu1 40 5 25 500 10 2 3 5 0 0\n",
            "cpu  140 20 70 1080 40 10 10 20 7 7\ncpu0 90 5 25 520 15 3 2 5 0 0\ncpu1 50 15 45 560 25 7 8 15 0 0\n")
        #expect(result.first.isEmpty)
        // Gained: 40 user, 10 nice, 20 system, 80 idle, 20 iowait, 5 + 5 irq, 10 steal: 190 in all.
        let gained: [String: Double] = [
            "host_cpu_busy_ratio": 90, "host_cpu_usage_ratio{mode=\"user\"}": 40,
            "host_cpu_usage_ratio{mode=\"nice\"}": 10, "host_cpu_usage_ratio{mode=\"system\"}": 20,
            "host_cpu_usage_ratio{mode=\"iowait\"}": 20, "host_cpu_usage_ratio{mode=\"irq\"}": 10,
            "host_cpu_usage_ratio{mode=\"steal\"}": 10,
        ]
        var expected = gained.mapValues { $0 / 190 }
        expected["host_cpu_core_busy_ratio{cpu=\"0\"}"] = 30.0 / 55
        expected["host_cpu_core_busy_ratio{cpu=\"1\"}"] = 60.0 / 135
        #expect(result.second == expected)
    }

    @Test func countsOfTheSchedulerAreRatesAndGauges() throws {
        let result = try ticks(
            "intr 1000 1 2 3\nctxt 5000\nprocesses 70\nprocs_running 3\nprocs_blocked 1\nbtime 1\n",
            "intr 1500 1 2 3\nctxt 9000\nprocesses 76\nprocs_running 5\nprocs_blocked 0\nbtime 1\n")
        #expect(result.first == ["host_processes_running": 3, "host_processes_blocked": 1])
        #expect(
            result.second == [
                "host_interrupts_per_second": 250, "host_context_switches_per_second": 2000,
                "host_forks_per_second": 3, "host_processes_running": 5, "host_processes_blocked": 0,
            ])
    }

    @Test func oldKernelsHaveFewerModes() throws {
        let result = try ticks("cpu 0 0 0 0\n", "cpu 10 0 0 30\n")
        #expect(result.second["host_cpu_busy_ratio"] == 0.25)
        #expect(result.second["host_cpu_usage_ratio{mode=\"steal\"}"] == 0)
    }

    @Test func waitingTimeTakenBackCostsOnlyItsOwnSample() throws {
        let result = try ticks("cpu 0 0 0 100 50 0 0 0\n", "cpu 30 0 0 170 49 0 0 0\n")
        #expect(result.second["host_cpu_busy_ratio"] == 0.3)
        #expect(result.second["host_cpu_usage_ratio{mode=\"user\"}"] == 0.3)
        #expect(result.second["host_cpu_usage_ratio{mode=\"iowait\"}"] == nil)
    }

    @Test(arguments: [
        "cpu 99 0 0 200 0 0 0 0\n",  // backwards
        "cpu 100 0 0 100 0 0 0 0\n",  // no tick passed
        "cpu 150 0 x 200\n", "cpu\n", "cpu 1 2 3", "", "\n\n", "procs_running\nctxt x\nctxt -1\n",
        "cpu 99999999999999999999 0 0 200\n",
    ])
    func whatIsBackwardsOrMalformedGivesNothing(_ second: String) throws {
        #expect(try ticks("cpu 100 0 0 100 0 0 0 0\n", second).second.isEmpty)
    }

    @Test func aCoreThatWasOfflineBeginsAnew() throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        try tree.write("proc/stat", "cpu0 1 0 0 1\n")
        _ = sampler.sample(at: .at(0))
        try tree.write("proc/stat", "")
        _ = sampler.sample(at: .at(1000))
        try tree.write("proc/stat", "cpu0 9 0 0 9\n")
        #expect(sampler.sample(at: .at(2000)).isEmpty)
    }
}
