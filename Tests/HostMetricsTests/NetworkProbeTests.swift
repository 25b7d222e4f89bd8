import Samples
import Testing

@testable import HostMetrics

@Suite struct NetworkProbeTests {
    private let headings = """
        Inter-|   Receive                                                |  Transmit
         face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed

        """

    @Test func interfacesThatCarriedSomethingHaveRates() throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        try tree.write(
            "proc/net/dev",
            headings
                + "    lo:    3193      29    0    0    0     0          0         0     3193      29    0    0    0 0 0 0\n"
                + "  eth0:1000 10 1 2 0 0 0 0 500 5 3 4 0 0 0 0\n  ifb0: 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n")
        #expect(sampler.sample(at: .at(0)).isEmpty)
        try tree.write(
            "proc/net/dev",
            headings
                + "    lo:    3193      29    0    0    0     0          0         0     3293      29    0    0    0 0 0 0\n"
                + "  eth0:3000 10 2 4 0 0 0 0 600 5 6 8 0 0 0 0\n  ifb0: 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n")
        #expect(
            sampler.sample(at: .at(2000)).byName == [
                "host_network_receive_bytes_per_second{interface=\"lo\"}": 0,
                "host_network_transmit_bytes_per_second{interface=\"lo\"}": 50,
                "host_network_errors_per_second{interface=\"lo\"}": 0,
                "host_network_receive_bytes_per_second{interface=\"eth0\"}": 1000,
                "host_network_transmit_bytes_per_second{interface=\"eth0\"}": 50,
                "host_network_errors_per_second{interface=\"eth0\"}": 5,
            ])
    }

    /// Hosts of containers would have a name after the other, each a series for ever.
    @Test(arguments: ["veth1a2b3c4", "cali0123", "lxcbr0x", "vnet7", "tap0"])
    func theEndsOfVirtualCablesHaveNoSeries(name: String) throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        for second in 0...1 as ClosedRange<Int64> {
            try tree.write("proc/net/dev", headings + "  \(name):1000 10 1 2 0 0 0 0 500 5 3 4 0 0 0 0\n")
            #expect(sampler.sample(at: .at(second * 1000)).isEmpty)
        }
    }

    @Test func anInterfaceThatBeganAgainSkipsOneInterval() throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        try tree.write("proc/net/dev", "eth0: 5000 1 0 0 0 0 0 0 5000 1 0 0\n")
        _ = sampler.sample(at: .at(0))
        try tree.write("proc/net/dev", "eth0: 10 1 0 0 0 0 0 0 10 1 0 0\n")
        #expect(sampler.sample(at: .at(1000)).byName == ["host_network_errors_per_second{interface=\"eth0\"}": 0])
        try tree.write("proc/net/dev", "eth0: 30 1 0 0 0 0 0 0 10 1 0 0\n")
        #expect(
            sampler.sample(at: .at(2000)).byName["host_network_receive_bytes_per_second{interface=\"eth0\"}"] == 20)
    }

    @Test(arguments: ["", "eth0", "eth0:", ": 1 2 3", "eth0: 1 2 3", "eth0: 1 2 3 x 5 6 7 8 9 10 11 12", ":::::"])
    func malformedLinesAreLeftOut(_ text: String) throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        try tree.write("proc/net/dev", text)
        _ = sampler.sample(at: .at(0))
        #expect(sampler.sample(at: .at(1000)).isEmpty)
    }
}
