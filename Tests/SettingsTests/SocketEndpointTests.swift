import Settings
import Testing

@Suite struct SocketEndpointTests {
    @Test(arguments: [
        "tcp://127.0.0.1:5560", "tcp://*:5560", "tcp://eth0:1", "tcp://[::1]:65535", "tcp://a-b.example:*",
        "ipc:///run/andon/in", "ipc://relative", "inproc://stage.1",
    ])
    func bindsTo(address: String) {
        #expect(SocketEndpoint(address)?.address == address)
        #expect(SocketEndpoint(address)?.description == address)
    }

    @Test(arguments: [
        "", "tcp", "tcp://", "tcp://host", "tcp://host:", "tcp://:1", "tcp://host:0", "tcp://host:65536",
        "tcp://host:+1", "tcp://300.1.1.1:1", "tcp://1.2.3:1", "tcp://ho st:1", "tcp://host:1 ", "tcp://[::1:1",
        "tcp://::1:1", "ipc://", "ipc://@", "inproc://a\u{0}",
        "inproc://", "http://host:1", "TCP://a:1",
        "ipc:///" + String(repeating: "x", count: 107), "tcp://a/b:1",
    ])
    func refuses(address: String) {
        #expect(SocketEndpoint(address) == nil)
    }

    @Test func connectsOnlyToWhatHasAnAddress() {
        #expect(SocketEndpoint("tcp://host:1", side: .connect)?.description == "{connect: tcp://host:1}")
        #expect(SocketEndpoint("tcp://host:*", side: .connect) == nil)
        #expect(SocketEndpoint("tcp://*:1", side: .connect) == nil)
        #expect(SocketEndpoint("ipc://*", side: .connect) == nil)
    }
}
