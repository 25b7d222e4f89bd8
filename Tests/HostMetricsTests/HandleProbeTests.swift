import Samples
import Testing

@testable import HostMetrics

@Suite struct HandleProbeTests {
    @Test func countsFilesAndConnectionsOfBothProtocols() throws {
        let tree = try FixtureTree()
        try tree.write("proc/sys/fs/file-nr", "957\t0\t2466177\n")
        try tree.write("proc/net/sockstat", "sockets: used 27\nTCP: inuse 12 orphan 0 tw 3\nUDP: inuse 5 mem 0\n")
        var sampler = tree.sampler()
        #expect(sampler.sample(at: .at(0)).byName == ["host_file_handles": 957, "host_tcp_connections": 12])
        try tree.write("proc/net/sockstat6", "TCP6: inuse 30\nUDP6: inuse 5\n")
        #expect(sampler.sample(at: .at(1000)).byName["host_tcp_connections"] == 42)
    }

    @Test(arguments: ["", "TCP:", "TCP: inuse", "TCP: inuse x", "TCP: orphan 1 inuse 1", "UDP: inuse 1"])
    func malformedFilesAreLeftOut(_ text: String) throws {
        let tree = try FixtureTree()
        try tree.write("proc/sys/fs/file-nr", "many")
        try tree.write("proc/net/sockstat", text)
        var sampler = tree.sampler()
        #expect(sampler.sample(at: .at(0)).isEmpty)
    }
}
