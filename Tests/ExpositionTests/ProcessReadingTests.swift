import Testing

@testable import Exposition

@Suite struct ProcessReadingTests {
    let stat = "42 (a) b (c) S 1 2 3 4 5 6 7 8 9 10 250 150 0 0 20 0 7 0 1000 123456 789 0\n"
    let status = "Name:\ta\nVmRSS:\t    2048 kB\nThreads:\t7\n"
    let limits =
        "Limit   Soft Limit  Hard Limit  Units\nMax open files            1024                 4096     files\n"
    let system = "cpu 1 2 3\nbtime 1700000000\nprocesses 5\n"

    @Test func readsWhatTheKernelWrites() throws {
        let reading = try #require(ProcessReading(stat: stat, status: status, limits: limits, system: system))
        #expect(reading.residentBytes == 2_097_152)
        #expect(reading.cpuSeconds == 4)
        #expect(reading.threads == 7)
        #expect(reading.maximumFiles == 1_024)
        #expect(reading.startSeconds == 1_700_000_010)
    }

    @Test func knowsNoLimitWhereThereIsNone() throws {
        let unlimited = "Max open files            unlimited            unlimited            files\n"
        let reading = try #require(ProcessReading(stat: stat, status: status, limits: unlimited, system: system))
        #expect(reading.maximumFiles == nil)
    }

    @Test func refusesWhatIsTornOrStrange() {
        #expect(ProcessReading(stat: "", status: status, limits: limits, system: system) == nil)
        #expect(ProcessReading(stat: "42 (a) S 1 2", status: status, limits: limits, system: system) == nil)
        #expect(ProcessReading(stat: stat, status: "VmRSS:\n", limits: limits, system: system) == nil)
        #expect(ProcessReading(stat: stat, status: status, limits: limits, system: "btime x\n") == nil)
    }
}
