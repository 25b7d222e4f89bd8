import Samples
import Testing

@testable import HostMetrics

@Suite struct DiskProbeTests {
    private let first = """
         254       0 vda 100 5 8000 60 50 3 4000 10 0 400 70 1 0 2 3 4 5
         254       1 vda1 90 5 7000 60 50 3 4000 10 0 400 70 1 0 2 3 4 5
           7       0 loop0 9 0 9 0 0 0 0 0 0 0 0 0 0 0 0 0 0
         253       0 zram0 9 0 9 0 9 0 9 0 0 0 0 0 0 0 0 0 0
           8       0 sda 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
         104       0 cciss/c0d0 1 0 8 1 0 0 0 0 0 10 1
           8      16 sdb 1 0 x 1 0 0 0 0 0 10 1

        """

    private func tree() throws -> FixtureTree {
        let tree = try FixtureTree()
        for name in ["vda", "loop0", "zram0", "sda", "cciss!c0d0", "sdb"] {
            try tree.write("sys/block/\(name)/size", "1")
        }
        return tree
    }

    @Test func onlyWholeDisksThatDidSomethingAreShown() throws {
        let tree = try tree()
        var sampler = tree.sampler()
        try tree.write("proc/diskstats", first)
        #expect(sampler.sample(at: .at(0)).isEmpty)
        try tree.write(
            "proc/diskstats",
            first.replacing(
                "vda 100 5 8000 60 50 3 4000 10 0 400", with: "vda 110 5 8400 60 70 3 4100 10 0 900"))
        let batch = sampler.sample(at: .at(2000))
        #expect(
            batch.byName.filter { $0.key.contains("vda") } == [
                "host_disk_read_bytes_per_second{device=\"vda\"}": 102_400,
                "host_disk_write_bytes_per_second{device=\"vda\"}": 25_600,
                "host_disk_operations_per_second{device=\"vda\"}": 15,
                "host_disk_busy_ratio{device=\"vda\"}": 0.25,
            ])
        #expect(Set(batch.series.compactMap { $0.labels["device"] }) == ["vda", "cciss/c0d0"])
    }

    @Test func withoutSysThereIsNoTellingDisksFromPartitions() throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        try tree.write("proc/diskstats", first)
        _ = sampler.sample(at: .at(0))
        #expect(sampler.sample(at: .at(1000)).isEmpty)
    }

    @Test(arguments: ["", "\n", "254 0", "254 0 vda", "254 0 vda 1 2 3", "vda 1 2 3 4 5 6 7 8 9 10 11 12"])
    func malformedLinesAreLeftOut(_ text: String) throws {
        let tree = try tree()
        var sampler = tree.sampler()
        try tree.write("proc/diskstats", text)
        _ = sampler.sample(at: .at(0))
        #expect(sampler.sample(at: .at(1000)).isEmpty)
    }
}
