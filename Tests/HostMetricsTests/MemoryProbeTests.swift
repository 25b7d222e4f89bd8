import Samples
import Testing

@testable import HostMetrics

@Suite struct MemoryProbeTests {
    @Test func kibibytesBecomeBytes() throws {
        let tree = try FixtureTree()
        try tree.write(
            "proc/meminfo",
            """
            MemTotal:       1000 kB
            MemFree:         100 kB
            MemAvailable:    600 kB
            Cached:          300 kB
            SwapTotal:        50 kB
            SwapFree:         20 kB
            Dirty:             4 kB
            HugePages_Total:   0
            """)
        var sampler = tree.sampler()
        #expect(
            sampler.sample(at: .at(0)).byName == [
                "host_memory_used_bytes": 409_600, "host_memory_available_bytes": 614_400,
                "host_memory_cached_bytes": 307_200, "host_memory_dirty_bytes": 4096, "host_swap_used_bytes": 30_720,
            ])
    }

    @Test func whatIsMissingOrMalformedIsLeftOut() throws {
        let tree = try FixtureTree()
        try tree.write("proc/meminfo", "MemTotal: 1000 kB\nMemAvailable: much\nDirty: 1 kB\nSwapTotal: 5 kB\n")
        var sampler = tree.sampler()
        #expect(sampler.sample(at: .at(0)).byName == ["host_memory_dirty_bytes": 1024])
    }

    @Test func pagesBecomeBytesPerSecond() throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        try tree.write("proc/vmstat", "pswpin 10\npswpout 100\npgmajfault 1793\n")
        #expect(sampler.sample(at: .at(0)).isEmpty)
        try tree.write("proc/vmstat", "pswpin 14\npswpout 99\npgmajfault 1799\n")
        #expect(
            sampler.sample(at: .at(2000)).byName == [
                "host_swap_in_bytes_per_second": 8192, "host_major_page_faults_per_second": 3,
            ])
    }
}
