import Glibc
import Messaging
import Testing

@Suite struct SocketEndpointsTests {
    @Test func saysWhatTheSystemChose() throws {
        let context = try MessagingContext()
        let socket = try Socket(.pull, in: context)
        let tcp = try socket.bind(.free(.tcp))
        #expect(tcp.description.hasPrefix("tcp://127.0.0.1:") && !tcp.isWildcard)
        let ipc = try socket.bind(.free(.ipc))
        #expect(ipc.transport == .ipc && !ipc.isWildcard)
        #expect(try socket.bind(Endpoint("inproc://a")).description == "inproc://a")
    }

    @Test(arguments: Endpoint.Transport.allCases)
    func refusesAnAddressInUse(transport: Endpoint.Transport) throws {
        let context = try MessagingContext()
        let first = try Socket(.pull, in: context)
        let second = try Socket(.pull, in: context)
        let endpoint = try first.bind(.free(transport))
        #expect(throws: MessagingError.addressInUse(endpoint)) { try second.bind(endpoint) }
    }

    @Test func takesOverThePathOfADaemonThatDied() throws {
        let path = try temporaryFile()
        unlink(path)
        let stale = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: path.utf8) }
        let code = withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.bind(stale, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        #expect(code == 0)
        close(stale)
        let context = try MessagingContext()
        #expect(try Socket(.pull, in: context).bind(Endpoint("ipc://" + path)).address == path)
    }

    @Test func doesNotDeleteAFileThatIsNoSocket() throws {
        let path = try temporaryFile()
        defer { unlink(path) }
        let context = try MessagingContext()
        let why = "there is something at that path which is not a socket"
        #expect(throws: MessagingError.invalidEndpoint(text: "ipc://" + path, why: why)) {
            try Socket(.pull, in: context).bind(Endpoint("ipc://" + path))
        }
        #expect(access(path, F_OK) == 0)
    }

    @Test func blamesTheUserForAnAddressThatIsNotOurs() throws {
        let context = try MessagingContext()
        // From the block that RFC 5737 keeps for documentation, so no machine has it.
        let error = #expect(throws: MessagingError.self) {
            try Socket(.pull, in: context).bind(Endpoint("tcp://192.0.2.1:5555"))
        }
        #expect(error?.blame == .user)
        #expect(error?.description.hasPrefix("Could not bind tcp://192.0.2.1:5555: ") == true)
    }

    @Test(arguments: ["tcp://127.0.0.1:*", "tcp://*:5555", "ipc://*"])
    func doesNotConnectToAWildcard(text: String) throws {
        let context = try MessagingContext()
        let why = "one can bind to * but not connect to it"
        #expect(throws: MessagingError.invalidEndpoint(text: text, why: why)) {
            try Socket(.push, in: context).connect(Endpoint(text))
        }
    }

    @Test func givesAnAddressBack() throws {
        let context = try MessagingContext()
        let socket = try Socket(.pull, in: context)
        let endpoint = try socket.bind(Endpoint("inproc://a"))
        try socket.unbind(endpoint)
        try socket.bind(endpoint)
        #expect(throws: MessagingError.self) { try socket.unbind(Endpoint("inproc://b")) }
    }

    @Test func takesAConnectionBack() throws {
        let link = try Link()
        try link.sender.disconnect(link.endpoint)
        #expect(try !link.sender.trySend(Message("to nobody")))
        #expect(throws: MessagingError.self) { try link.sender.disconnect(link.endpoint) }
    }

    @Test func receivesWhatItSubscribedTo() throws {
        let link = try Link(over: .tcp, from: .xpub, to: .sub)
        try link.receiver.subscribe("metric.")
        try link.receiver.subscribe("change.")
        try link.receiver.unsubscribe("change.")
        // What an xpub receives: 1 or 0, then the prefix.
        let notices = try (0..<3).map { _ in try link.sender.receiveEventually()?.texts }
        #expect(notices == [["\u{1}metric."], ["\u{1}change."], ["\u{0}change."]])
        for topic in ["change.deploy", "metric.host", "metric"] {
            #expect(try link.sender.send(Message(Frame(topic), Frame("body"))))
        }
        #expect(try link.receiver.receiveEventually()?.texts == ["metric.host", "body"])
        #expect(try link.receiver.tryReceive() == nil)
    }

    @Test func subscribesOnlyWhereThatMeansSomething() throws {
        let context = try MessagingContext()
        let error = #expect(throws: MessagingError.self) { try Socket(.push, in: context).subscribe("a") }
        #expect(error?.blame == .us)
    }

    /// An empty file, which the caller removes.
    private func temporaryFile() throws -> String {
        var template = Array("/tmp/andon-test-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        try #require(descriptor >= 0)
        close(descriptor)
        return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
